import type * as Experiment from '@ser/experiment';
import {
  extractRows,
  extractTable,
  RECIPES,
  readParquet,
  roundColumns,
  selectRows,
  variantsOf,
  writeNpz,
  writeParquet,
} from '@ser/experiment';
import {
  createExtractor,
  type ExtractorConfig,
  presets,
  REFERENCE_VARIANTS,
  type VariantConfig,
} from '@ser/features';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FolderCache } from '../cache/folder-cache.ts';
import type * as ExtractClips from '../data/extract-clips.ts';
import { extractClips, extractClipsOn } from '../data/extract-clips.ts';
import { readWav } from '../data/read-wav.ts';
import { sharedSandbox } from '../testing/sandbox.ts';
import { SMALL_FRAMES_RECIPE } from '../testing/small-recipe.ts';
import { syntheticTable } from '../testing/synthetic-table.ts';
import { voiceWav } from '../testing/voice-wav.ts';

// What the command asks of the library is looked at; nothing is extracted into tables.
vi.mock('@ser/experiment', async (actual) => ({
  ...(await actual<typeof Experiment>()),
  extractRows: vi.fn(),
  extractTable: vi.fn(),
}));

// It gives one function, so that it can be told that this is the one.
vi.mock('../data/extract-clips.ts', async (actual) => {
  const own = await actual<typeof ExtractClips>();
  return { ...own, extractClipsOn: vi.fn(() => own.extractClips) };
});

const sandbox = sharedSandbox();
const { bytes, json, list, put, ser } = sandbox;
const CLIPS = ['03-01-01-01-01-01-02', '03-02-03-01-01-01-01'];
const table = { ...syntheticTable(), variants: [] };
beforeAll(() => {
  put('voice.wav', voiceWav(1));
  // By the id, the second folder's clip comes first.
  CLIPS.forEach((clip, i) => {
    put(`wavs/${2 - i}/${clip}.wav`, voiceWav(i + 2));
  });
  put('frames.json', JSON.stringify({ ...SMALL_FRAMES_RECIPE, variants: 'reference' }));
});

describe('what is printed of a file', () => {
  const valuesOf = async (config: ExtractorConfig): Promise<number[]> => {
    const audio = await readWav(`${sandbox.folder}/voice.wav`, () => {});
    return [...createExtractor(config).extract(audio)];
  };
  const { summary162, logMel, mfccDeltas } = presets;

  it.each<[string, ExtractorConfig]>([
    ['', summary162],
    ['--preset summary162', summary162],
    ['--preset logMel', logMel],
    ['--preset mfccDeltas', mfccDeltas],
    ['--offset 0.25', { ...summary162, offset: 0.25 }],
    ['--offset 0', { ...summary162, offset: 0 }],
    ['--duration 0.5', { ...summary162, duration: 0.5 }],
    ['--preset logMel --offset 0.25 --duration 0.5', { ...logMel, offset: 0.25, duration: 0.5 }],
  ])('is what the library extracts with "%s"', async (args, config) => {
    const printed = await json<{ preset: string; names: string[]; files: { values: number[] }[] }>(
      ...['features', 'voice.wav', ...args.split(' ').filter(Boolean)],
    );
    const [, preset = 'summary162'] = /--preset (\w+)/.exec(args) ?? [];
    expect(printed.preset).toBe(preset);
    expect(printed.names).toEqual(createExtractor(config).names);
    expect(printed.files[0].values).toEqual(await valuesOf(config));
  });

  it('is a line a frame for people where the preset is a sequence', async () => {
    const { stdout } = await ser('features', 'voice.wav', '--preset', 'logMel');
    const [title, ...lines] = stdout.trimEnd().split('\n');
    const values = await valuesOf(logMel);
    const width = createExtractor(logMel).names.length;
    const height = values.length / width;
    expect(title).toBe(`voice.wav: ${height} frames of ${width} values`);
    expect(lines.flatMap((line) => line.split(' ').map(Number))).toEqual(values);
    expect(lines).toHaveLength(height);
  });

  it('is a line a feature for people where it is a vector', async () => {
    const { stdout } = await ser('features', 'voice.wav');
    const [title, ...lines] = stdout.trimEnd().split('\n');
    const values = await valuesOf(summary162);
    expect(title).toBe('voice.wav');
    expect(lines).toEqual(
      createExtractor(summary162).names.map((name, i) => `  ${name.padEnd(12)} ${values[i]}`),
    );
  });
});

describe('what is asked for a table', () => {
  beforeEach(() => {
    vi.mocked(extractTable).mockReset();
    vi.mocked(extractTable).mockResolvedValue(table);
    vi.mocked(extractRows).mockReset();
    vi.mocked(extractRows).mockImplementation(async function* () {
      // As clips come, some rows at a time.
      for (let start = 0; start < table.rows.length; start += 8) {
        yield selectRows(
          table,
          Array.from({ length: 8 }, (_, i) => start + i),
        );
      }
    });
  });
  const frames = SMALL_FRAMES_RECIPE.features as ExtractorConfig;
  const baseline = RECIPES.get('baseline');
  const { summary162 } = presets;

  it.each<[string, ExtractorConfig, readonly VariantConfig[]]>([
    ['', summary162, []],
    ['--preset summary162', summary162, []],
    ['--variants', summary162, REFERENCE_VARIANTS],
    ['--recipe frames.json', frames, REFERENCE_VARIANTS],
    ['--recipe frames.json --variants', frames, REFERENCE_VARIANTS],
    ['--recipe frames.json --no-variants', frames, []],
    ['--recipe baseline', summary162, baseline ? variantsOf(baseline) : []],
  ])('are the features and variants of "%s"', async (args, extractor, variants) => {
    const words = args.split(' ').filter(Boolean);
    await ser('features', 'wavs', ...words, '--out', 'a.parquet');
    await ser('features', 'wavs', ...words, '--out', 'a.npz');
    const asked = [
      vi.mocked(extractRows).mock.calls[0],
      vi.mocked(extractTable).mock.calls[0],
    ] as const;
    for (const [clips, options] of asked) {
      expect(clips.map(({ id }) => id)).toEqual(CLIPS);
      expect(options).toMatchObject({ extractor, variants });
      expect(options.variants).toHaveLength(variants.length);
      expect(options.extract).toBe(extractClips);
      expect(options.recordings).toEqual(new Map());
      expect(options.features).toBeInstanceOf(FolderCache);
      expect(options.version).toMatch(/^[\da-f]{64}$/);
    }
    expect(asked[1][1].labels).toEqual(table.labels);
  });

  it('are the workers that are asked for, else all', async () => {
    await ser('features', 'wavs', '--out', 'a.parquet');
    expect(extractClipsOn).toHaveBeenLastCalledWith(undefined);
    await ser('features', 'wavs', '--out', 'a.parquet', '--workers', '3');
    expect(extractClipsOn).toHaveBeenLastCalledWith(3);
  });

  it('are no cache where it is turned off', async () => {
    await ser('features', 'wavs', '--out', 'a.parquet', '--no-cache');
    const [[, options]] = vi.mocked(extractRows).mock.calls;
    expect(options).not.toHaveProperty('features');
    expect(options).not.toHaveProperty('version');
  });

  it.each([
    [[], 'What was extracted is in the cache. Give the same command again to go on.'],
    [['--no-cache'], 'Without the cache nothing is kept.'],
  ])('are problems, progress and Ctrl-C: %j', async (option, words) => {
    // biome-ignore lint/correctness/useYield: it is interrupted before the first rows.
    vi.mocked(extractRows).mockImplementation(async function* (_, options) {
      const { onProblem, reporter, signal } = options;
      onProblem?.('bad.wav', Object.assign(new Error('too short'), { code: 'too-few' }));
      reporter?.({ kind: 'extract', done: 1, total: 2 });
      process.emit('SIGINT');
      throw signal?.reason;
    });
    const { code, stderr, stdout } = await ser(
      ...['features', 'wavs', '--out', 'b.parquet', ...option],
    );
    expect(stderr).toContain('left out bad.wav: too short\nextracting 1/2\n');
    expect(stderr).toContain(`\n${words}\n`);
    expect([code, stdout]).toEqual([130, '']);
    expect(list().filter((name) => name.startsWith('b.parquet'))).toEqual([]);
  });

  it.each([
    ['d.parquet', writeParquet],
    ['D.PARQUET', writeParquet],
    ['d.npz', writeNpz],
    ['D.NPZ', writeNpz],
  ])('is written as its name says: %s', async (out, write) => {
    const summary = await json('features', 'wavs', '--out', out);
    expect(bytes(out).equals(write(table))).toBe(true);
    expect(summary).toEqual({ preset: 'summary162', rows: 192, features: 162, out, problems: [] });
  });

  it('is rounded to a share of each deviation', async () => {
    await json('features', 'wavs', '--round', '0.25', '--out', 'e.parquet');
    const { x } = await readParquet('e', bytes('e.parquet'));
    expect(x).toEqual(roundColumns(table.x, 162, 0.25));
    expect(x).not.toEqual(table.x);
  });

  it('takes the place of a finished table once it is whole', async () => {
    put('f.parquet', 'an older table');
    vi.mocked(extractRows).mockImplementation(async function* () {
      expect(sandbox.text('f.parquet')).toBe('an older table');
      yield table;
      expect(sandbox.text('f.parquet')).toBe('an older table');
    });
    await json('features', 'wavs', '--out', 'f.parquet');
    expect(bytes('f.parquet').equals(writeParquet(table))).toBe(true);
    expect(list().filter((name) => name.startsWith('f.parquet'))).toEqual(['f.parquet']);
  });

  it('does not take its place where the work fails', async () => {
    put('f.parquet', 'an older table');
    vi.mocked(extractRows).mockImplementation(async function* () {
      yield table;
      throw Object.assign(new Error('no more'), { code: 'EIO' });
    });
    expect((await ser('features', 'wavs', '--out', 'f.parquet')).code).toBe(1);
    expect(sandbox.text('f.parquet')).toBe('an older table');
    expect(list().filter((name) => name.startsWith('f.parquet'))).toEqual(['f.parquet']);
  });
});

it('refuses what only a table takes', async () => {
  for (const option of [
    ['--num-shards', '2'],
    ['--shard-index', '0'],
  ]) {
    const { code, stderr } = await ser('features', 'voice.wav', ...option);
    expect([code, stderr]).toEqual([
      2,
      'error: --num-shards and --shard-index are for tables; add --out DIR\n',
    ]);
  }
  for (const option of [['--recipe', 'baseline'], ['--variants'], ['--round', '0.5']]) {
    const { code, stderr } = await ser('features', 'voice.wav', ...option);
    expect([code, stderr]).toEqual([
      2,
      'error: --recipe, --variants and --round need --out FILE\n',
    ]);
  }
  for (const option of [
    ['--offset', '0'],
    ['--duration', '1'],
  ]) {
    const { code } = await ser('features', 'wavs', '--out', 'g.npz', ...option);
    expect(code).toBe(2);
  }
});
