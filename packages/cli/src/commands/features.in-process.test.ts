import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readParquet } from '@ser/experiment';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { CliRun } from '../testing/run-in-process.ts';
import { putSampleClips, putSmallClips } from '../testing/sample-clips.ts';
import { sharedSandbox } from '../testing/sandbox.ts';
import { SMALL_FRAMES_RECIPE } from '../testing/small-recipe.ts';

vi.mock('../data/extract-clips.ts', () => import('../testing/extract-in-process.ts'));

/** What `ser features --json` prints without `--out`. */
interface Printed {
  preset: string;
  names: string[];
  files: { file: string; sampleRate: number; shape: number[]; values: number[] }[];
}

/** A tone of 550 Hz. */
const TONE = 'data/Actor_02/hello.wav';

describe('ser features FILE', () => {
  const sandbox = sharedSandbox();
  const { json, put, ser } = sandbox;
  beforeAll(() => putSampleClips(sandbox));

  it('names the 162 features of the preset summary162', async () => {
    const { preset, names } = await json<Printed>('features', TONE);
    expect(preset).toBe('summary162');
    expect(names).toHaveLength(162);
  });

  it('takes a file of any name, and says its rate and the values’ shape', async () => {
    const { files } = await json<Printed>('features', TONE);
    expect(files).toMatchObject([{ file: TONE, sampleRate: 16_000, shape: [162] }]);
  });

  it('computes what a tone must have', async () => {
    const { names, files } = await json<Printed>('features', TONE);
    // A tone of 550 Hz crosses zero 1,100 times a second: that share of 22,050 samples. The first
    // and the last frames reach beyond the excerpt, where nothing crosses: some 1.5 % less.
    const zcr = files[0].values[names.indexOf('zcr')];
    expect(zcr / (1100 / 22_050)).toBeGreaterThan(0.97);
    expect(zcr / (1100 / 22_050)).toBeLessThan(1.001);
  });

  it('prints a line a value for people', async () => {
    const { code, stdout } = await ser('features', TONE);
    expect(stdout.split('\n')[0]).toBe(TONE);
    expect(stdout).toMatch(/^ {2}zcr +0\.0\d+$/m);
    expect(code).toBe(0);
  });

  it('takes another excerpt', async () => {
    const { files } = await json<Printed>('features', TONE, '--offset', '0', '--duration', '1');
    const [whole] = (await json<Printed>('features', TONE)).files;
    expect(files[0].values).not.toEqual(whole.values);
  });

  it('gives a row a frame where the preset is a sequence', async () => {
    const { names, files } = await json<Printed>('features', TONE, '--preset', 'logMel');
    const [{ shape, values }] = files;
    expect(shape).toEqual([values.length / names.length, names.length]);
    expect(shape[0]).toBeGreaterThan(100);
  });

  it('says for people how many frames there are', async () => {
    const { stdout } = await ser('features', TONE, '--preset', 'logMel');
    expect(stdout).toMatch(/^data\/Actor_02\/hello\.wav: \d+ frames of \d+ values\n/);
  });

  it('warns where eGeMAPS is not of the rate that openSMILE would take', async () => {
    const { code, stdout, stderr } = await ser('features', TONE, '--preset', 'egemaps', '--json');
    expect(stderr).toContain(
      `warning: ${TONE}: it has 16000 Hz and was resampled to 48000 Hz, so that all files compare; `,
    );
    expect(JSON.parse(stdout).problems).toMatchObject([{ file: TONE, code: 'other-rate' }]);
    expect(code).toBe(0);
  });

  it('does not warn of the rate where the preset is librosa’s', async () => {
    const { problems } = await json<{ problems: unknown[] }>('features', TONE);
    expect(problems).toEqual([]);
  });

  it('leaves out what it cannot read and exits with 1', async () => {
    put('text.wav', 'not a sound');
    const run = await ser('features', 'text.wav', 'nowhere.wav', TONE, '--json');
    expect(run.stderr).toContain('left out text.wav: ');
    expect(run.stderr).toContain('left out nowhere.wav: ');
    expect(JSON.parse(run.stdout)).toMatchObject({
      files: [{ file: TONE }],
      problems: [
        { file: 'text.wav', code: 'unreadable-audio' },
        { file: 'nowhere.wav', code: 'no-such-path' },
      ],
    });
    expect(run.code).toBe(1);
  });
});

describe('ser features FOLDER --out', () => {
  const sandbox = sharedSandbox();
  const { bytes, json, list, ser } = sandbox;
  beforeAll(() => putSampleClips(sandbox));

  it('says how many rows it wrote, and what it left out', async () => {
    const written = await ser('features', 'data', '--out', 'out/t.parquet', '--json');
    expect(JSON.parse(written.stdout)).toMatchObject({
      rows: 2,
      features: 162,
      out: 'out/t.parquet',
      problems: [{}, {}, {}],
    });
    expect(written.code).toBe(1);
  });

  it('writes a table of the clips that could be read', async () => {
    const { rows } = await readParquet('t.parquet', bytes('out/t.parquet'));
    expect(rows.map(({ clip }) => clip)).toEqual(['03-01-01-01-01-01-01', '03-02-05-01-01-01-02']);
  });

  it('adds the variants of each clip', async () => {
    await json('features', 'data', '--variants', '--out', 't.parquet');
    const { rows } = await readParquet('t.parquet', bytes('t.parquet'));
    expect(rows.map(({ variant }) => variant)).toEqual([
      ...['original', 'noise', 'stretch-pitch'],
      ...['original', 'noise', 'stretch-pitch'],
    ]);
  });

  it('writes nothing beside it', () => {
    expect(list('out')).toEqual(['t.parquet']);
  });

  it.each([
    ['link.parquet', 'elsewhere'],
    ['to-nowhere.parquet', 'nowhere'],
  ])('writes through no link: %s', async (out, target) => {
    sandbox.put('elsewhere', 'keep me');
    symlinkSync(target, join(sandbox.folder, out));
    const { code, stderr } = await ser('features', 'data', '--out', out);
    expect(stderr).toContain(
      `--out ${out} must be a plain file, or not be there yet; it is a symb`,
    );
    expect(code).toBe(1);
    expect(sandbox.text('elsewhere')).toBe('keep me');
    expect(list()).not.toContain('nowhere');
  });

  it('goes through a link to a folder', async () => {
    mkdirSync(join(sandbox.folder, 'disk'));
    symlinkSync('disk', join(sandbox.folder, 'tables'));
    await ser('features', 'data', '--out', 'tables/t.npz');
    expect(list('disk')).toEqual(['t.npz']);
  });

  it('needs sequences of one length', async () => {
    const { code, stderr } = await ser('features', 'data', '--preset', 'logMel', '--out', 'a.npz');
    expect(stderr).toContain('--out needs sequences of one length');
    expect(code).toBe(2);
  });
});

describe('ser features FOLDER --out --recipe', () => {
  const sandbox = sharedSandbox();
  const { bytes, json, list, put, ser } = sandbox;
  let written: CliRun;
  beforeAll(async () => {
    put('frames.json', JSON.stringify({ ...SMALL_FRAMES_RECIPE, variants: 'reference' }));
    putSmallClips(sandbox);
    written = await ser(
      ...['features', 'wavs', '--recipe', 'frames.json', '--out', 't.parquet', '--json'],
    );
  });

  it('says what it wrote', () => {
    expect(JSON.parse(written.stdout)).toEqual({
      recipe: 'frames.json',
      rows: 36,
      features: 8,
      frames: 20,
      out: 't.parquet',
      problems: [],
    });
  });

  it('extracts the recipe’s features', async () => {
    const { extractor } = await readParquet('t.parquet', bytes('t.parquet'));
    expect(extractor).toEqual(SMALL_FRAMES_RECIPE.features);
  });

  it('extracts the recipe’s variants', async () => {
    const { rows } = await readParquet('t.parquet', bytes('t.parquet'));
    expect(new Set(rows.map(({ variant }) => variant))).toEqual(
      new Set(['original', 'noise', 'stretch-pitch']),
    );
  });

  it('leaves the variants out where they are not asked for', async () => {
    const args = ['--recipe', 'frames.json', '--no-variants', '--out', 'plain.parquet'];
    expect(await json('features', 'wavs', ...args)).toMatchObject({ rows: 12 });
  });

  it('says for people how many frames there are', async () => {
    const args = ['--recipe', 'frames.json', '--no-variants', '--out', 'people.parquet'];
    const { stdout } = await ser('features', 'wavs', ...args);
    expect(stdout).toBe('people.parquet: 12 rows of 20 frames of 8 features\n');
  });

  it('writes a table that trains to the weights that the clips do', async () => {
    const train = async (data: string): Promise<string> => {
      const args = ['--recipe', 'frames.json', '--protocol', 'clip', '--folds', '2'];
      const { weightsSha256 } = await json<{ weightsSha256: string }>(
        ...['train', '--data', data, ...args],
      );
      return weightsSha256;
    };
    expect(await train('t.parquet')).toBe(await train('wavs'));
  });

  it('takes no table for a recipe that is none', async () => {
    const { code, stderr } = await ser('features', 'wavs', '--recipe', 'luck', '--out', 'a.npz');
    expect(stderr).toContain('--recipe must be one of baseline');
    expect(code).toBe(2);
    expect(list()).not.toContain('a.npz');
  });
});

describe('an interrupted extraction', () => {
  const sandbox = sharedSandbox();
  const { bytes, list, put, ser, serInterrupted } = sandbox;
  const args = ['features', 'wavs', '--recipe', 'noisy.json', '--out'];
  let stopped: CliRun;
  let left: string[];
  let resumed: CliRun;
  beforeAll(async () => {
    putSmallClips(sandbox);
    put('noisy.json', JSON.stringify({ ...SMALL_FRAMES_RECIPE, variants: 'reference' }));
    await ser(...args, 'whole.parquet', '--no-cache');
    stopped = await serInterrupted('extracting 6', ...args, 'mine.parquet');
    left = list();
    resumed = await ser(...args, 'mine.parquet');
  });

  it('exits with 130 and says how to go on', () => {
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toContain('in the cache. Give the same command again to go on.');
  });

  it('leaves nothing beside', () => {
    expect(left).toEqual(['noisy.json', 'wavs', 'whole.parquet']);
  });

  it('goes on where it stopped and gives the same table', () => {
    expect(resumed.code).toBe(0);
    expect(resumed.stderr).toContain('extracting 12/12');
    expect(bytes('mine.parquet').equals(bytes('whole.parquet'))).toBe(true);
  });

  it('takes no damaged entry of the cache', async () => {
    const cache = `${sandbox.folder}-cache`;
    const entries = readdirSync(cache, { recursive: true, encoding: 'utf8' })
      .map((name) => join(cache, name))
      .filter((file) => /[\da-f]{62}$/.test(file));
    expect(entries.length).toBeGreaterThanOrEqual(24);
    entries.forEach((file, i) => {
      const content = readFileSync(file);
      content[content.length - 1] ^= 1;
      writeFileSync(file, i % 2 ? content : content.subarray(0, 50));
    });
    const { code, stderr } = await ser(...args, 'mended.parquet');
    expect(stderr).not.toContain('cache');
    expect(code).toBe(0);
    expect(bytes('mended.parquet').equals(bytes('whole.parquet'))).toBe(true);
  });

  it('begins anew without the cache, and gives the same table', async () => {
    await serInterrupted('extracting 6', ...args, 'other.parquet', '--no-cache');
    await ser(...args, 'other.parquet', '--no-cache');
    expect(bytes('other.parquet').equals(bytes('whole.parquet'))).toBe(true);
  });
});
