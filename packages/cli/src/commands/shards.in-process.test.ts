import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readParquet } from '@ser/experiment';
import { zipSync } from 'fflate';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { partName } from '../shards/part-name.ts';
import { sharedSandbox } from '../testing/sandbox.ts';
import { SMALL_FRAMES_RECIPE } from '../testing/small-recipe.ts';
import { voiceWav } from '../testing/voice-wav.ts';

vi.mock('../data/extract-clips.ts', () => import('../testing/extract-in-process.ts'));

const sandbox = sharedSandbox();
const { bytes, json, list, put, ser, serInterrupted } = sandbox;
const FEATURES = ['features', 'wavs', '--recipe', 'noisy.json', '--out'];
/** Two clips of one recording, whose names fall to different shards. */
const TWINS = ['03-01-01-01-01-01-01', '03-01-03-01-01-02-02'];
const NAMES = [0, 1, 2, 3].map((i) => `part-0000${i}-of-00004.parquet`);

const ALONE = ['--num-shards', '1', '--shard-index', '0'];

const shard = (index: number, out = 'parts', count = 4) =>
  ser(...FEATURES, out, '--num-shards', String(count), '--shard-index', String(index));

beforeAll(async () => {
  let seed = 1;
  for (const actor of ['01', '02']) {
    for (const emotion of [1, 3]) {
      for (const take of ['01-01', '01-02', '02-01', '02-02']) {
        put(`wavs/03-01-0${emotion}-01-${take}-${actor}.wav`, voiceWav(seed++));
      }
    }
  }
  put(`wavs/${TWINS[1]}.wav`, voiceWav(1));
  put('noisy.json', JSON.stringify({ ...SMALL_FRAMES_RECIPE, variants: 'reference' }));
  await ser(...FEATURES, 'whole.parquet');
  for (let index = 0; index < 4; index++) await shard(index);
});

describe('shards of features', () => {
  it('are parts of one name each', () => {
    expect(list('parts')).toEqual(NAMES);
  });

  it('share the clips', async () => {
    const parts = await Promise.all(NAMES.map((name) => readParquet(name, bytes(`parts/${name}`))));
    const clips = parts.map(({ rows }) => new Set(rows.map(({ clip }) => clip)).size);
    expect(clips.reduce((a, b) => a + b)).toBe(16);
    expect(Math.max(...clips)).toBeLessThan(16);
    const of = TWINS.map((id) => parts.findIndex(({ rows }) => rows.some((r) => r.clip === id)));
    expect(of[0]).not.toBe(of[1]);
  });

  it('say what they are', async () => {
    rmSync(join(sandbox.folder, 'parts', NAMES[1]));
    const args = ['--num-shards', '4', '--shard-index', '1'];
    const made = await json<object>(...FEATURES, 'parts', ...args);
    expect(made).toMatchObject({
      recipe: 'noisy.json',
      shard: { index: 1, count: 4 },
      features: 8,
      frames: 20,
      out: join('parts', NAMES[1]),
      wasThere: false,
      problems: [],
    });
    expect(await json(...FEATURES, 'parts', ...args)).toEqual({ ...made, wasThere: true });
  });

  it('that are there are not extracted again', async () => {
    const before = bytes(`parts/${NAMES[2]}`);
    const { code, stdout, stderr } = await shard(2);
    expect(stdout).toMatch(/ rows of 20 frames of 8 features, there already; remove it to extract/);
    expect(stderr).not.toMatch(/comparing|extracting/);
    expect(code).toBe(0);
    expect(bytes(`parts/${NAMES[2]}`).equals(before)).toBe(true);
  });

  it('that a machine has damaged are extracted again', async () => {
    const before = bytes(`parts/${NAMES[2]}`);
    put(`parts/${NAMES[2]}`, before.subarray(0, 100));
    const { code, stderr } = await shard(2);
    expect(stderr).toMatch(/part-00002-of-00004\.parquet is damaged, and is extracted again: /);
    expect(code).toBe(0);
    expect(bytes(`parts/${NAMES[2]}`).equals(before)).toBe(true);
  });

  it('of other features are no shards of these', async () => {
    const { code, stderr } = await ser(
      ...['features', 'wavs', '--out', 'parts', '--num-shards', '4', '--shard-index', '0'],
    );
    expect(stderr).toMatch(/^error: .*part-00000-of-00004\.parquet was extracted with other opt/m);
    expect(code).toBe(1);
  });

  it('of other labels are no shards of these', async () => {
    const args = ['features', 'calls', '--labels', 'calls.csv', '--recipe', 'noisy.json'];
    const extract = () => ser(...args, '--out', 'relabelled', ...ALONE);
    put('calls/a.wav', voiceWav(1));
    put('calls/b.wav', voiceWav(2));
    put('calls.csv', 'file,label\na,sad\nb,angry\n');
    expect((await extract()).code).toBe(0);
    expect((await extract()).stdout).toContain('there already');
    put('calls.csv', 'file,label\na,angry\nb,sad\n');
    const { code, stderr } = await extract();
    expect(stderr).toMatch(
      /^error: .*-of-00001\.parquet was extracted with .* or from other clips/m,
    );
    expect(code).toBe(1);
  });

  it('that lack a clip are extracted again, and tell of one that cannot be read each time', async () => {
    const part = `grown/${partName({ index: 0, count: 1 })}`;
    put('few/03-01-01-01-01-01-01.wav', voiceWav(1));
    put('few/03-01-01-01-01-01-02.wav', 'no sound');
    const extract = () =>
      ser('features', 'few', '--recipe', 'noisy.json', '--out', 'grown', ...ALONE);
    expect((await extract()).code).toBe(1);
    const again = await extract();
    expect(again.stderr).toMatch(
      /lacks 1 of 2 clips, such as few.*-02\.wav, and is extracted again/,
    );
    expect(again.code).toBe(1);
    put('few/03-01-01-01-01-01-02.wav', voiceWav(2));
    expect((await extract()).code).toBe(0);
    const { rows } = await readParquet(part, bytes(part));
    expect(new Set(rows.map(({ clip }) => clip)).size).toBe(2);
    expect((await extract()).stdout).toContain('there already');
  });

  it('of another number are refused before anything is read', async () => {
    const { code, stderr } = await shard(0, 'parts', 1);
    expect(stderr).toMatch(
      /^error: parts holds part-0000\d-of-00004\.parquet, got --num-shards 1; /m,
    );
    expect(code).toBe(1);
    expect(list('parts')).toEqual(NAMES);
  });

  it('leave no part where they are stopped, and go on from the cache', async () => {
    const args = ['killed', '--num-shards', '1', '--shard-index', '0'];
    rmSync(`${sandbox.folder}-cache`, { recursive: true });
    expect((await serInterrupted('extracting 8/16', ...FEATURES, ...args)).code).toBe(130);
    expect(list('killed')).toEqual([]);
    expect((await ser(...FEATURES, ...args)).code).toBe(0);
    await ser('merge', 'killed');
    expect(bytes('killed/features.parquet').equals(bytes('whole.parquet'))).toBe(true);
  });

  it('of which two machines write one both end well', async () => {
    // Another process of this machine, as far as files can tell.
    const temporary = `both/${NAMES[0]}.another-host.1.0123456789abcdef.tmp`;
    put(temporary, 'half of it');
    expect((await shard(0, 'both')).code).toBe(0);
    expect(list('both')).toEqual([NAMES[0], temporary.slice('both/'.length)].sort());
    expect(bytes(`both/${NAMES[0]}`).equals(bytes(`parts/${NAMES[0]}`))).toBe(true);
  });

  it('may be without clips', async () => {
    for (let index = 0; index < 40; index++) await shard(index, 'many', 40);
    expect((await ser('merge', 'many')).code).toBe(0);
    expect(bytes('many/features.parquet').equals(bytes('whole.parquet'))).toBe(true);
  });

  it('tell each once of a file that is none of the corpus', async () => {
    put('wavs/hello.wav', voiceWav(99));
    const codes: (number | null)[] = [];
    for (let index = 0; index < 3; index++) codes.push((await shard(index, 'three', 3)).code);
    rmSync(join(sandbox.folder, 'wavs/hello.wav'));
    expect(codes.sort()).toEqual([0, 0, 1]);
  });

  it.each([
    [['t.parquet', '--num-shards', '4', '--shard-index', '0'], '--out must be a folder for part-'],
    [['d', '--num-shards', '4', '--shard-index', '0', '--round', '0.1'], '--round needs the devia'],
    [['d', '--num-shards', '4'], '--shard-index must stand beside --num-shards 4'],
  ])('refuse %j', async (args, message) => {
    const { code, stderr } = await ser(...FEATURES, ...args);
    expect(stderr).toContain(`error: ${message}`);
    expect(code).toBe(2);
    expect(list()).not.toContain('d');
  });
});

describe('ser merge', () => {
  beforeEach(() => {
    rmSync(join(sandbox.folder, 'parts/features.parquet'), { force: true });
  });

  it('makes what one process makes, byte for byte, and names clips that share a recording', async () => {
    const { code, stderr, stdout } = await ser('merge', 'parts', '--json');
    expect(bytes('parts/features.parquet').equals(bytes('whole.parquet'))).toBe(true);
    const { problems, ...summary } = JSON.parse(stdout);
    expect(summary).toEqual({
      out: join('parts', 'features.parquet'),
      shards: 4,
      rows: 48,
      features: 8,
      frames: 20,
    });
    expect(problems).toMatchObject([{ code: 'same-sound' }]);
    expect(stderr).toContain(`${TWINS[1]}.wav; the table says so, and splits keep them on one`);
    expect(code).toBe(0);
    const { rows } = await readParquet('t', bytes('parts/features.parquet'));
    const recordings = rows.filter(({ clip }) => TWINS.includes(clip)).map((row) => row.recording);
    expect(new Set(recordings)).toEqual(new Set([TWINS[0]]));
  });

  it('says for people what it made, where they want it', async () => {
    const { stdout } = await ser('merge', 'parts', '--out', 'deep/m.parquet');
    expect(stdout).toBe('deep/m.parquet: 48 rows of 20 frames of 8 features, from 4 shards\n');
    expect(list('deep')).toEqual(['m.parquet']);
    expect(list('parts')).toEqual(NAMES);
  });

  it('trains as the clips do', async () => {
    await ser('merge', 'parts');
    const train = async (data: string): Promise<string> => {
      const args = [
        '--recipe',
        'noisy.json',
        '--protocol',
        'clip',
        '--folds',
        '2',
        '--epochs',
        '1',
      ];
      return (await json<{ weightsSha256: string }>('train', '--data', data, ...args))
        .weightsSha256;
    };
    expect(await train('parts/features.parquet')).toBe(await train('wavs'));
  });

  it('is what is said of a folder of shards that is to be trained on', async () => {
    const { code, stderr } = await ser('train', '--data', 'parts', '--recipe', 'noisy.json');
    expect(stderr).toContain('it is a folder of shards: `ser merge parts` makes a table of them');
    expect(code).toBe(1);
  });

  it('prints what is missing as job arrays take it, and writes nothing', async () => {
    const gone = [NAMES[0], NAMES[2], NAMES[3]].map(
      (name) => [name, bytes(`parts/${name}`)] as const,
    );
    for (const [name] of gone) rmSync(join(sandbox.folder, 'parts', name));
    const run = await ser('merge', 'parts', '--json');
    for (const [name, content] of gone) put(`parts/${name}`, content);
    expect(JSON.parse(run.stdout)).toEqual({ shards: 4, missing: [0, 2, 3], array: '0,2-3' });
    expect(run.stderr).toBe(
      'error: parts lacks 3 of 4 shards: --array=0,2-3\n' +
        'Extract these with --num-shards 4, then merge again.\n',
    );
    expect(run.code).toBe(1);
    expect(list('parts')).toEqual(NAMES);
  });

  it('refuses shards of two tables', async () => {
    put('parts/part-00000-of-00003.parquet', bytes(`parts/${NAMES[0]}`));
    const { code, stderr } = await ser('merge', 'parts');
    rmSync(join(sandbox.folder, 'parts/part-00000-of-00003.parquet'));
    expect(stderr).toContain(
      'error: parts must hold the shards of one table, got 0 of 3, and 0-3 of 4; remove those',
    );
    expect(code).toBe(1);
  });

  it.each([
    ['features', ['wavs', '--preset', 'summary162', '--variants']],
    ['variants', ['wavs', '--recipe', 'noisy.json', '--no-variants']],
  ])('refuses shards of other %s', async (what, args) => {
    for (const name of NAMES) put(`mixed-${what}/${name}`, bytes(`parts/${name}`));
    rmSync(join(sandbox.folder, `mixed-${what}`, NAMES[3]));
    await ser(
      ...['features', ...args, '--out', `mixed-${what}`, '--num-shards', '4', '--shard-index', '3'],
    );
    const { code, stderr } = await ser('merge', `mixed-${what}`);
    expect(stderr).toMatch(
      /error: mixed-.*part-00003-of-00004\.parquet must have the [\s\S]*\nRemove the parts that were/,
    );
    expect(code).toBe(1);
    expect(list(`mixed-${what}`)).toEqual(NAMES);
  });

  it('says where clips cannot be compared, and does without where it is told to', async () => {
    const file = join(sandbox.folder, 'wavs', `${TWINS[1]}.wav`);
    rmSync(file);
    const failed = await ser('merge', 'parts');
    const merged = await ser('merge', 'parts', '--no-recordings', '--json');
    writeFileSync(file, voiceWav(1));
    expect(failed.stderr).toMatch(
      /^error: clips whose sounds come close must be compared, .*ENOENT/,
    );
    expect(failed.stderr).toContain('or give --no-recordings');
    expect(failed.code).toBe(1);
    expect(JSON.parse(merged.stdout)).toMatchObject({ rows: 48, problems: [] });
    const { rows } = await readParquet('t', bytes('parts/features.parquet'));
    expect(rows.some(({ recording }) => recording !== undefined)).toBe(false);
  });

  it('reads clips out of zips', async () => {
    const files = list('wavs').map((name) => [`Actor_01/${name}`, bytes(`wavs/${name}`)]);
    put('wavs.zip', zipSync(Object.fromEntries(files)));
    const args = ['features', 'wavs.zip', '--recipe', 'noisy.json'];
    await ser(...args, '--out', 'zipped.parquet');
    for (const index of ['0', '1']) {
      await ser(...args, '--out', 'zipped', '--num-shards', '2', '--shard-index', index);
    }
    expect((await ser('merge', 'zipped')).code).toBe(0);
    expect(bytes('zipped/features.parquet').equals(bytes('zipped.parquet'))).toBe(true);
  });

  it.each([
    ['nowhere', 'nowhere: there is no such folder'],
    ['noisy.json', 'noisy.json must be the folder of the shards; it is a file'],
    ['wavs', 'wavs holds no shards, such as part-00003-of-00032.parquet'],
  ])('refuses %s', async (dir, message) => {
    const { code, stderr } = await ser('merge', dir);
    expect(stderr).toContain(`error: ${message}`);
    expect(code).toBe(1);
  });

  it('writes Parquet alone', async () => {
    const { code, stderr } = await ser('merge', 'parts', '--out', 'x.npz');
    expect(stderr).toContain('error: --out must end in .parquet, got x.npz');
    expect(code).toBe(2);
  });

  it('writes through no link, and over no folder', async () => {
    mkdirSync(join(sandbox.folder, 'taken.parquet'));
    const { code, stderr } = await ser('merge', 'parts', '--out', 'taken.parquet');
    expect(stderr).toContain('error: --out taken.parquet must be a plain file, or not be there');
    expect(code).toBe(1);
  });
});
