import type * as Experiment from '@ser/experiment';
import {
  extractTable,
  RECIPES,
  readParquet,
  roundColumns,
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
import { extractClips } from '../data/extract-clips.ts';
import { readWav } from '../data/read-wav.ts';
import { sharedSandbox } from '../testing/sandbox.ts';
import { SMALL_FRAMES_RECIPE } from '../testing/small-recipe.ts';
import { syntheticTable } from '../testing/synthetic-table.ts';
import { voiceWav } from '../testing/voice-wav.ts';

// What the command asks of the library is looked at; nothing is extracted into tables.
vi.mock('@ser/experiment', async (actual) => ({
  ...(await actual<typeof Experiment>()),
  extractTable: vi.fn(),
}));

const sandbox = sharedSandbox();
const { bytes, json, list, put, ser } = sandbox;
const CLIPS = ['03-01-01-01-01-01-02', '03-02-03-01-01-01-01'];
const table = syntheticTable();
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
    await ser('features', 'wavs', ...args.split(' ').filter(Boolean), '--out', 'a.parquet');
    const [clips, options] = vi.mocked(extractTable).mock.calls[0];
    expect(clips.map(({ id }) => id)).toEqual(CLIPS);
    expect(options).toMatchObject({ extractor, variants, labels: table.labels });
    expect(options.variants).toHaveLength(variants.length);
    expect(options.extract).toBe(extractClips);
    expect(options.recordings).toEqual(new Map());
  });

  it('are problems, progress and Ctrl-C', async () => {
    vi.mocked(extractTable).mockImplementation(async (_, { onProblem, reporter, signal }) => {
      onProblem?.('bad.wav', Object.assign(new Error('too short'), { code: 'too-few' }));
      reporter?.({ kind: 'extract', done: 1, total: 2 });
      process.emit('SIGINT');
      throw signal?.reason;
    });
    const { code, stderr, stdout } = await ser('features', 'wavs', '--out', 'b.parquet');
    expect(stderr).toContain('left out bad.wav: too short\nextracting 1/2\n');
    expect(stderr).toMatch(
      /\nSaved in b\.parquet\.partial\. Give the same command again to go on\.\n$/,
    );
    expect([code, stdout]).toEqual([130, '']);
    expect(list()).toContain('b.parquet.partial');
    expect(list()).not.toContain('b.parquet');
  });

  it('is a cache beside the table', async () => {
    vi.mocked(extractTable).mockImplementation(async (_, { cache }) => {
      await cache?.write(table);
      expect(list('deep')).toEqual(['c.npz.partial']);
      expect((await readParquet('c', bytes('deep/c.npz.partial'))).rows).toEqual(table.rows);
      return table;
    });
    expect((await ser('features', 'wavs', '--out', 'deep/c.npz')).code).toBe(0);
    expect(list('deep')).toEqual(['c.npz']);
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

  it('is written, and then goes what killed processes were writing for it', async () => {
    const leftovers = ['h.npz.0123456789abcdef.tmp', 'h.npz.partial.0123456789abcdef.tmp'];
    for (const name of leftovers) put(`left/${name}`, 'x');
    await json('features', 'wavs', '--out', 'left/h.npz');
    expect(list('left')).toEqual(['h.npz']);
  });

  it('takes the place of a finished table, and of one that is begun', async () => {
    put('f.parquet', 'an older table');
    vi.mocked(extractTable).mockImplementation(async () => {
      expect(sandbox.text('f.parquet')).toBe('an older table');
      return table;
    });
    await json('features', 'wavs', '--out', 'f.parquet');
    expect(bytes('f.parquet').equals(writeParquet(table))).toBe(true);
    expect(list()).not.toContain('f.parquet.partial');
  });
});

it('refuses what only a table takes', async () => {
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
