import { readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readParquet } from '@ser/experiment';
import { zipSync } from 'fflate';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FOREIGN_CORPORA, type ForeignCorpus, putCorpus } from '../testing/foreign-corpora.ts';
import { runInProcess } from '../testing/run-in-process.ts';
import { sandboxPerTest, sharedSandbox } from '../testing/sandbox.ts';
import { SMALL_FRAMES_RECIPE } from '../testing/small-recipe.ts';

vi.mock('../data/extract-clips.ts', () => import('../testing/extract-in-process.ts'));

const RECIPE = ['--recipe', 'tiny.json'];
const DEALT = 'The speakers were dealt into ';

interface Inspection {
  clips: number;
  perLabel: Record<string, number>;
  perSpeaker: Record<string, number>;
  perCondition: Record<string, number>;
  problems: { code: string }[];
}

interface Evaluation {
  n: number;
  uar: number;
  labels: string[];
  absent: string[];
  amongOccurring: { labels: string[]; uar: number; chance: number } | null;
  overlap: { clips: number; speakers: string[] } | null;
}

const corpusOf = (name: string): ForeignCorpus => {
  const found = FOREIGN_CORPORA.find((corpus) => corpus.name === name);
  if (!found) throw new Error(`there is no corpus ${name}`);
  return found;
};

describe.each(FOREIGN_CORPORA)('$name', (corpus) => {
  const sandbox = sharedSandbox();
  const { bytes, json, ser, text } = sandbox;
  const { args, labels, speakers, conditions } = corpus;
  const data = ['--data', 'data', ...args];
  beforeAll(() => putCorpus(sandbox, corpus));

  it('is inspected', async () => {
    const found = await json<Inspection>('inspect', ...data);
    expect(Object.keys(found.perLabel)).toEqual(labels);
    expect(Object.keys(found.perSpeaker).sort()).toEqual([...speakers].sort());
    expect(Object.keys(found.perCondition)).toEqual(conditions);
    expect(Object.values(found.perLabel).reduce((sum, n) => sum + n)).toBe(found.clips);
    expect(found.problems).toEqual([]);
  });

  it('becomes a table, which needs no labels any more', async () => {
    const { code, stderr } = await ser(
      'features',
      'data',
      ...args,
      ...RECIPE,
      '--out',
      't.parquet',
    );
    expect(code, stderr).toBe(0);
    const table = await readParquet('t.parquet', bytes('t.parquet'));
    expect(table.labels).toEqual(labels);
    expect([...new Set(table.rows.map(({ speaker }) => speaker))].sort()).toEqual(
      [...speakers].sort(),
    );
    const trained = await ser('train', '--data', 't.parquet', ...RECIPE, '--out', 'of-table');
    expect(trained.code, trained.stderr).toBe(0);
    expect(JSON.parse(text('of-table/predictions.json')).labels).toEqual(labels);
  });

  it('is cross-validated by speakers, and evaluated', async () => {
    const folds = ['crossvalidate', ...data, ...RECIPE, '--protocol', 'speaker', '--out', 'folds'];
    const { code, stderr, stdout } = await ser(...folds);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain(DEALT);
    expect(text('folds/report.txt')).toContain(`${DEALT}${Math.min(5, speakers.length)} folds, `);
    const split = JSON.parse(text('folds/fold1-seed0/split.json'));
    const [tested, trained] = [split.test.speakers, split.train.speakers];
    expect([...tested, ...trained].sort()).toEqual([...speakers].sort());
    const model = ['--model', 'folds/fold1-seed0'];
    const found = await json<Evaluation>(
      ...['evaluate', ...model, ...data, '--speakers', tested.join(',')],
    );
    expect(found.overlap).toMatchObject({ clips: 0, speakers: [] });
    const all = await json<Evaluation>('evaluate', ...model, ...data);
    expect(all.overlap?.speakers).toEqual(trained);
    expect(all.absent).toEqual([]);
    expect(all.n).toBeGreaterThan(found.n);
  });
});

describe('training without a protocol', () => {
  const sandbox = sharedSandbox();
  const { ser, text } = sandbox;

  it('holds dealt speakers out where there are enough others', async () => {
    const emodb = corpusOf('EmoDB');
    putCorpus(sandbox, emodb);
    const { code, stderr } = await ser(
      ...['train', '--data', 'data', ...emodb.args, ...RECIPE, '--out', 'run'],
    );
    expect(code, stderr).toBe(0);
    expect(JSON.parse(text('run/plan.json'))).toMatchObject({
      protocol: 'holdout',
      conditions: null,
      testConditions: null,
      speakers: { holdout: ['03', '12'], dealt: true },
      labelling: { version: 1, from: { kind: 'scheme', scheme: { name: 'emodb' } }, map: {} },
    });
    expect(text('run/report.txt')).toContain(`${DEALT}5 parts, `);
  });

  it('tests other clips of the same speakers where nobody is known', async () => {
    const run = await ser(
      ...['train', '--data', 'data', '--labels', 'all.csv', ...RECIPE, '--out', 'nobody'],
    );
    expect(run.code).toBe(1);
    const rows = corpusOf('EmoDB').files.map((file) => `${file},${/F/.test(file) ? 'a' : 'b'}`);
    sandbox.put('all.csv', ['file,label', ...rows].join('\n'));
    const { code, stderr } = await ser(
      ...['train', '--data', 'data', '--labels', 'all.csv', ...RECIPE, '--out', 'nobody'],
    );
    expect(stderr).toContain('The data names too few speakers to hold any out: testing on other');
    expect(code).toBe(0);
  });
});

describe('a protocol', () => {
  const sandbox = sharedSandbox();
  const { ser } = sandbox;
  beforeAll(() => putCorpus(sandbox, corpusOf('CREMA-D')));
  const data = ['--data', 'data', '--labels', 'crema-d', ...RECIPE];

  it.each(['speaker', 'loso', 'holdout', 'speaker-adapted'])(
    '%s says where it needs speakers whom nobody names',
    async (protocol) => {
      const rows = corpusOf('CREMA-D').files.map((file) => `${file},${file.slice(-10, -7)}`);
      sandbox.put('nobody.csv', ['file,label', ...rows].join('\n'));
      const { code, stderr } = await ser(
        ...['train', '--data', 'data', '--labels', 'nobody.csv', ...RECIPE],
        ...['--protocol', protocol],
      );
      expect(stderr).toMatch(
        new RegExp(
          `^error: --protocol ${protocol} needs two speakers or more, whom the data does not name\n` +
            'Say who speaks: a column speaker in --labels FILE.csv',
        ),
      );
      expect(code).toBe(1);
    },
  );

  it('selection is RAVDESS’ own', async () => {
    const { code, stderr } = await ser('crossvalidate', ...data, '--protocol', 'selection');
    expect(stderr).toContain('--protocol selection is for RAVDESS alone');
    expect(code).toBe(2);
  });

  it('says where there are no conditions', async () => {
    const { code, stderr } = await ser('train', ...data, '--channels', 'LO');
    expect(stderr).toContain('--channels is for data with conditions, which these do not name');
    expect(code).toBe(2);
  });
});

describe('--channels', () => {
  const sandbox = sharedSandbox();
  const { ser } = sandbox;

  it('takes any condition of the data, which it names', async () => {
    const table = corpusOf('a table');
    putCorpus(sandbox, table);
    const own = ['train', '--data', 'data', ...table.args, ...RECIPE, '--protocol', 'speaker'];
    const { code, stderr } = await ser(...own, '--out', 'low', '--channels', 'room 2');
    expect(code, stderr).toBe(0);
    const { test } = JSON.parse(sandbox.text('low/split.json'));
    expect(test.clips.length).toBeGreaterThan(0);
    expect(test.clips.every((clip: string) => clip.endsWith('-2'))).toBe(true);
    const wrong = await ser(...own, '--channels', 'room 3');
    expect(wrong.stderr).toContain('--channels must be one of room 1, room 2, all; got room 3');
    expect(wrong.code).toBe(2);
  });
});

describe('a run that is resumed', () => {
  const sandbox = sandboxPerTest();
  const { put, ser, serInterrupted, text } = sandbox;
  const corpus = corpusOf('a table');
  const begin = [
    ...['train', '--data', 'data', ...corpus.args, '--recipe', 'frames.json', '--epochs', '8'],
    ...['--protocol', 'speaker', '--out', 'mine'],
  ];
  beforeEach(async () => {
    putCorpus(sandbox, corpus);
    put('frames.json', JSON.stringify(SMALL_FRAMES_RECIPE));
  });

  it('goes on from anywhere, with the same labels and the same weights', async () => {
    const stopped = await serInterrupted('epoch', ...begin);
    expect(stopped.code, stopped.stderr).toBe(130);
    const resumed = await runInProcess(['train', '--resume', join(sandbox.folder, 'mine')], {
      cwd: tmpdir(),
    });
    expect(resumed.code, resumed.stderr).toBe(0);
    expect(JSON.parse(text('mine/predictions.json')).labels).toEqual(['angry', 'happy']);
    await ser(...begin.with(-1, 'whole'));
    const sha = (folder: string) => JSON.parse(text(`${folder}/metrics.json`)).weightsSha256;
    expect(sha('mine')).toBe(sha('whole'));
  });

  it('refuses labels that have changed, or that are gone', async () => {
    await serInterrupted('epoch', ...begin);
    put('calls.tsv', `${text('calls.tsv')}\nann\tjoy\tnew.wav\troom 1`);
    const changed = await ser('train', '--resume', 'mine');
    expect(changed.stderr).toContain('must be the table that the run was begun with');
    expect(changed.code).toBe(1);
    renameSync(join(sandbox.folder, 'calls.tsv'), join(sandbox.folder, 'other.tsv'));
    const gone = await ser('train', '--resume', 'mine');
    expect(gone.stderr).toContain('calls.tsv: there is no such file');
    expect(gone.code).toBe(1);
  });
});

describe('a model on another corpus', () => {
  const sandbox = sharedSandbox();
  const { json, put, ser } = sandbox;
  const emodb = corpusOf('EmoDB');
  beforeAll(async () => {
    putCorpus(sandbox, emodb);
    await ser('train', '--data', 'data', ...emodb.args, ...RECIPE, '--out', 'run');
    const crema = corpusOf('CREMA-D');
    for (const file of crema.files) put(`crema/${file}`, sandbox.bytes(`data/${emodb.files[0]}`));
    await ser('features', 'crema', '--labels', 'crema-d', ...RECIPE, '--out', 'crema.parquet');
  });

  it.each([
    ['clips', ['--data', 'crema', '--labels', 'crema-d']],
    ['a table', ['--data', 'crema.parquet']],
  ])('says how to map its labels, of %s', async (_, data) => {
    const { code, stderr } = await ser('evaluate', '--model', 'run', ...data);
    expect(stderr).toContain('angry, boredom, happy; got sad');
    expect(stderr).toContain('--label-map sad=-\n');
    expect(code).toBe(1);
  });

  it.each([
    ['clips', ['--data', 'crema', '--labels', 'crema-d']],
    ['a table', ['--data', 'crema.parquet']],
  ])('is evaluated with a map, of %s', async (_, data) => {
    const { n, absent } = await json<Evaluation>(
      ...['evaluate', '--model', 'run', ...data, '--label-map', 'sad=-'],
    );
    expect({ n, absent }).toEqual({ n: 14, absent: ['boredom', 'happy'] });
    const mapped = await json<Evaluation>(
      ...['evaluate', '--model', 'run', ...data, '--label-map', 'sad=boredom'],
    );
    expect({ n: mapped.n, absent: mapped.absent }).toEqual({ n: 28, absent: ['happy'] });
    expect(mapped.amongOccurring).toMatchObject({ labels: ['angry', 'boredom'], chance: 0.5 });
    expect(mapped.amongOccurring?.uar).toBeGreaterThanOrEqual(mapped.uar);
  });

  it('is evaluated on a table with the labels of the table alone', async () => {
    const args = ['evaluate', '--model', 'run', '--data', 'crema.parquet', '--label-map', 'sad=-'];
    const refused = await ser(...args, '--labels', 'folders');
    expect(refused.stderr).toContain('--labels folders cannot label crema.parquet, a table with');
    expect(refused.code).toBe(2);
    expect((await json<Evaluation>(...args, '--labels', 'crema-d')).n).toBe(14);
  });

  it('says which labels have no clips', async () => {
    const { stdout } = await ser(
      ...['evaluate', '--model', 'run', '--data', 'crema.parquet', '--label-map', 'sad=-'],
    );
    expect(stdout).toMatch(/^no clips {3}of boredom, happy: UAR is over the labels that occur; /m);
    expect(stdout).not.toContain('among');
    const mapped = await ser(
      ...['evaluate', '--model', 'run', '--data', 'crema.parquet', '--label-map', 'sad=boredom'],
    );
    expect(mapped.stdout).toMatch(
      /^among {6}the 2 labels that the data have, .*: UAR 0\.\d{3} \(0\.\d{3} to [01]\.\d{3}\), accuracy 0\.\d{3}; the UAR of chance is 0\.500$/m,
    );
  });

  it('is the published one, too', async () => {
    put('few/03a01Wa.wav', sandbox.bytes(`data/${emodb.files[0]}`));
    put('few/08a01La.wav', sandbox.bytes(`data/${emodb.files[2]}`));
    const args = ['evaluate', '--model', 'published', '--data', 'few', '--labels', 'emodb'];
    const refused = await ser(...args);
    expect(refused.stderr).toContain('--label-map boredom=-\n');
    const found = await json<Evaluation>(...args, '--label-map', 'boredom=-');
    expect(found).toMatchObject({ n: 1, overlap: { clips: 0, speakers: [] } });
    expect(found.absent).toHaveLength(7);
  });

  it('is told of a map that says something in vain', async () => {
    const { stderr } = await ser(
      ...['evaluate', '--model', 'run', '--data', 'data', '--labels', 'emodb'],
      ...['--label-map', 'bordom=-'],
    );
    expect(stderr).toContain(
      'Note: --label-map names bordom, which no clip has; the labels are angry, boredom, happy.',
    );
  });

  it('names speakers as the data does', async () => {
    const data = ['evaluate', '--model', 'run', '--data', 'data', '--labels', 'emodb'];
    expect((await json<Evaluation>(...data, '--speakers', '03, 08')).n).toBe(8);
    const unknown = await ser(...data, '--speakers', '03,99');
    expect(unknown.stderr).toContain('which has 03, 08, 09, 10, 11, 12, 13, 14; got 99');
    expect(unknown.code).toBe(2);
    const actors = await ser(...data, '--actors', '3');
    expect(actors.stderr).toContain('--actors is for RAVDESS; name the speakers with --speakers');
  });

  it('is compared with the labels of single files', async () => {
    const files = ['data/wav/03a01Wa.wav', 'data/wav/03a01Fb.wav', 'tiny.wav'];
    put('tiny.wav', sandbox.bytes(files[0]));
    const args = ['predict', ...files, '--model', 'run', '--labels', 'emodb'];
    const found = await json<{ file: string; truth: string | null }[]>(...args);
    expect(found.map(({ truth }) => truth)).toEqual(['angry', 'happy', null]);
    const { stdout } = await ser(...args);
    expect(stdout).toMatch(/^right: [012] of 2 files whose label is known/m);
    const csv = await ser(...args, '--csv');
    expect(csv.stdout).toMatch(/^file,truth,emotion,/);
    expect(csv.stdout).toContain('data/wav/03a01Fb.wav,happy,');
  });
});

/** A file of a moment that the corpus package decodes in its own tests. */
function goldenFile(name: string): Buffer {
  const golden = new URL('../../../corpus/fixtures/audio.golden.json', import.meta.url);
  const { cases }: { cases: { name: string; file: string }[] } = JSON.parse(
    readFileSync(golden, 'utf8'),
  );
  return Buffer.from(cases.find((each) => each.name === name)?.file ?? '', 'base64');
}

describe('sounds that are no WAVs', () => {
  const sandbox = sharedSandbox();
  const { bytes, json, put, ser } = sandbox;
  beforeAll(() => {
    putCorpus(sandbox, corpusOf('folders'));
    put('data/ann/joy/3.FLAC', goldenFile('flac of 16 bits'));
    put('zipped.zip', zipSync({ 'data/ann/joy/3.flac': goldenFile('flac of 16 bits') }));
    put('data/ann/joy/4.mp3', 'no sound');
  });

  it('are clips, in folders and zips; what is none is named', async () => {
    const args = ['--labels', 'folders/speaker', ...RECIPE];
    const found = await ser('features', 'data', ...args, '--out', 't.parquet', '--json');
    const { problems } = JSON.parse(found.stdout) as Inspection;
    expect(problems.map(({ code }) => code)).toEqual(['unreadable-audio']);
    const { rows } = await readParquet('t.parquet', bytes('t.parquet'));
    expect(rows.map(({ clip }) => clip)).toContain('ann/joy/3');
    const zipped = ['inspect', '--data', 'zipped.zip', '--labels', 'folders/speaker'];
    expect(await json<Inspection>(...zipped)).toMatchObject({ clips: 1, perSpeaker: { ann: 1 } });
  });

  it('are predicted, whole and in windows', async () => {
    // MP3s in a row are one.
    put('voices/long.mp3', Buffer.concat(Array(20).fill(goldenFile('mp3'))));
    expect(await json<{ file: string }[]>('predict', 'voices')).toMatchObject([
      { file: 'voices/long.mp3', speech: true },
    ]);
    const [{ windows, problem }] = await json<{ windows: unknown[]; problem: unknown }[]>(
      ...['predict', 'voices/long.mp3', '--windows'],
    );
    expect(problem).toBeNull();
    expect(windows).toHaveLength(3);
  });
});

describe('files that nobody has labelled', () => {
  const sandbox = sharedSandbox();
  const { json, put, ser } = sandbox;
  beforeAll(() => {
    putCorpus(sandbox, corpusOf('EmoDB'));
    for (const name of ['one', 'two', 'three', 'four', 'five']) {
      put(`data/${name}.wav`, sandbox.bytes(`data/${corpusOf('EmoDB').files[0]}`));
    }
  });

  it('are one problem in a line, and all of them in JSON', async () => {
    const { code, stderr } = await ser('inspect', '--data', 'data', '--labels', 'emodb');
    expect(stderr.match(/^left out /gm)).toHaveLength(1);
    expect(stderr).toMatch(/^left out data\/five\.wav: .*emodb.*03a01Fa\.wav/m);
    expect(stderr).toContain('and 4 more like data/five.wav (no-label), 5 in all');
    expect(code).toBe(1);
    const { problems } = await json<Inspection>('inspect', '--data', 'data', '--labels', 'emodb');
    expect(problems.filter(({ code: own }) => own === 'no-label')).toHaveLength(5);
  });

  it('of a known corpus are called by its name', async () => {
    const { code, stderr } = await ser('train', '--data', 'data', ...RECIPE);
    expect(stderr).toContain('the 37 files there are such as ');
    expect(stderr).toContain('\nThey are named as those of emodb: add --labels emodb\n');
    expect(code).toBe(1);
  });

  it('of no known corpus are described by an example', async () => {
    put('odd/hm.wav', 'x');
    const { code, stderr } = await ser('inspect', '--data', 'odd');
    expect(stderr).toBe(
      'error: odd holds no clip that is named as those of RAVDESS are; the one file there is such ' +
        'as hm.wav\nSay how they are labelled: --labels FILE.csv with the columns file, label and ' +
        'speaker; --labels folders, where each lies in a folder of its label; or --labels ' +
        'SCHEME.json, a pattern of their names. `ser inspect --help` shows each.\n',
    );
    expect(code).toBe(1);
  });
});

describe('RAVDESS under other names', () => {
  const { json } = sharedSandbox();

  it('is its own table with a map', async () => {
    const found = await json<Evaluation>(
      ...['evaluate', '--model', 'published', '--data', 'nowhere', '--label-map', 'calm=neutral'],
    ).catch((error: Error) => error.message);
    expect(found).toContain('nowhere: there is no such file or folder');
  });
});
