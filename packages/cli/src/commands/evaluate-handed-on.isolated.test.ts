import { type Table, writeParquet } from '@ser/experiment';
import { type ExtractorConfig, presets } from '@ser/features';
import { EMOTIONS } from '@ser/ravdess';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ravdess } from '../data-sets/ravdess.ts';
import { type FakeModel, fakeModel } from '../testing/fake-model.ts';
import { runInProcess } from '../testing/run-in-process.ts';
import { sharedSandbox } from '../testing/sandbox.ts';
import { SMALL_FRAMES_RECIPE } from '../testing/small-recipe.ts';
import { syntheticTable } from '../testing/synthetic-table.ts';
import { voiceWav } from '../testing/voice-wav.ts';

vi.mock('../runs/with-model.ts');
vi.mock('../data/extract-clips.ts', () => import('../testing/extract-in-process.ts'));

/**
 * Speech of 24 actors and eight emotions, songs of the first two of them, and of each clip a noisy
 * copy. Every feature is the emotion's number, of a copy 0.
 */
function spokenAndSung(): Table {
  const table = syntheticTable();
  const songs = table.rows
    .filter(({ speaker }) => speaker <= '02')
    .map((row) => ({ ...row, clip: row.clip.replace('03-01', '03-02'), condition: 'song' }));
  const rows = [...table.rows, ...songs].flatMap((row) => [row, { ...row, variant: 'noise' }]);
  const x = new Float32Array(rows.length * 162);
  rows.forEach(({ label, variant }, i) => {
    const emotion = variant === 'original' ? EMOTIONS.indexOf(label as never) : 0;
    x.fill(emotion, i * 162, (i + 1) * 162);
  });
  const variants = [{ name: 'noise', steps: [{ kind: 'addNoise' as const }] }];
  return { ...table, variants, rows, x };
}

const sandbox = sharedSandbox();
const { put } = sandbox;
const table = spokenAndSung();
const ser = (...args: string[]) =>
  runInProcess(args, {
    cwd: sandbox.folder,
    dataSet: { ...ravdess, embedded: { ...ravdess.embedded, read: async () => table } },
  });
let fake: FakeModel;
beforeAll(() => {
  put('table.parquet', writeParquet(table));
  put(
    'run/split.json',
    JSON.stringify({
      train: { clips: ['03-01-01-01-01-01-01'], speakers: ['01'] },
      validation: { clips: [], speakers: [] },
      test: { clips: [], speakers: [] },
    }),
  );
});
beforeEach(() => {
  // It takes neutral for calm, and is right about everything else.
  fake = fakeModel(([emotion]) => EMOTIONS.map((_, i) => Number(i === Math.max(emotion, 1))));
});

async function evaluate(...args: string[]) {
  const { code, stdout, stderr } = await ser('evaluate', ...args, '--json');
  expect(code, stderr).toBe(0);
  return { ...JSON.parse(stdout), stderr };
}

describe('the published model', () => {
  const own = ['--data', 'table.parquet', '--model', 'published'];

  it.each<[string, string[], clips: number, speakers: string[]]>([
    [
      'speech of the actors 1 to 20',
      ['--actors', '1,20-22', '--channels', 'speech'],
      16,
      ['01', '20'],
    ],
    ['no songs, whose singers it has heard', ['--actors', '2', '--channels', 'song'], 0, ['02']],
    ['nothing of the actors 21 to 24', ['--actors', '21-24'], 0, []],
  ])('is said to be trained on %s', async (_, args, clips, speakers) => {
    const { model, overlap } = await evaluate(...own, ...args);
    expect([model, overlap.clips, overlap.speakers]).toEqual(['published', clips, speakers]);
  });

  it('is called so', async () => {
    fake = fakeModel(() => EMOTIONS.map(() => 1), presets.functionals);
    const { stderr } = await ser('evaluate', '--model', 'published');
    expect(stderr).toContain('error: the published model needs --data FOLDER');
    expect(fake.asked).toBe('published');
  });
});

describe('what is tested', () => {
  const own = ['--data', 'table.parquet'];

  it('is each original with its clip in the model’s test variants', async () => {
    const { variants = [] } = table;
    fake = fakeModel(
      ([emotion]) => EMOTIONS.map((_, i) => Number(i === emotion)),
      undefined,
      variants,
    );
    expect((await evaluate(...own, '--actors', '3')).n).toBe(8);
    expect(fake.versions.map((versions) => versions.map(([value]) => value))).toEqual(
      EMOTIONS.map((_, i) => [i, 0]),
    );
  });

  it('needs a table with the model’s test variants', async () => {
    const slow = [{ name: 'slow', steps: [{ kind: 'speed' as const, rate: 0.9 }] }];
    fake = fakeModel(([emotion]) => EMOTIONS.map((_, i) => Number(i === emotion)), undefined, slow);
    const { code, stderr } = await ser('evaluate', ...own);
    expect(code).toBe(1);
    expect(stderr).toContain('in the variants in which the classifier scores it, slow; got none');
  });

  it('must be named for a model of other features than the embedded table’s', async () => {
    fake = fakeModel(() => EMOTIONS.map(() => 1), presets.functionals);
    const { code, stdout, stderr } = await ser('evaluate');
    expect(stderr).toBe(
      'error: the model in runs/newest needs --data FOLDER ' +
        '(the embedded table of RAVDESS features holds other features)\n',
    );
    expect([code, stdout]).toEqual([2, '']);
  });

  it.each<[string, string[], n: number]>([
    ['every original', own, 192 + 16],
    ['the table that comes along', [], 192 + 16],
    ['speech', [...own, '--channels', 'speech'], 192],
    ['songs', [...own, '--channels', 'song'], 16],
    ['all channels', [...own, '--channels', 'all'], 192 + 16],
    ['actors', [...own, '--actors', '1,3-4'], 16 + 8 + 8],
    ['songs of actors', [...own, '--channels', 'song', '--actors', '2-24'], 8],
  ])('is %s', async (_, args, n) => {
    expect((await evaluate(...args)).n).toBe(n);
    expect(fake.examples).toHaveLength(n);
  });

  it('is each clip with its own features', async () => {
    const { confusionMatrix } = await evaluate(...own, '--actors', '1', '--channels', 'song');
    const seen = fake.examples.map(([emotion]) => emotion);
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(confusionMatrix[0][1]).toBe(1);
  });

  it('is no clip that is not asked for, not even extracted', async () => {
    fake = fakeModel(
      () => EMOTIONS.map((_, i) => i),
      SMALL_FRAMES_RECIPE.features as ExtractorConfig,
    );
    put('wavs/03-01-01-01-01-01-01.wav', voiceWav(1));
    put('wavs/03-02-01-01-01-01-01.wav', 'not a sound');
    put('wavs/03-01-01-01-01-01-02.wav', 'not a sound');
    const args = ['--data', 'wavs', '--channels', 'speech', '--actors', '1'];
    expect(await evaluate(...args)).toMatchObject({ n: 1, problems: [] });
  });

  it('is said where nobody has named it', async () => {
    const note = 'No --data: testing on the embedded table of RAVDESS features.\n';
    expect((await evaluate()).stderr).toContain(note);
    expect((await evaluate(...own)).stderr).not.toContain(note);
  });
});

describe('the model', () => {
  it.each([
    [[], undefined, 'runs/newest'],
    [['--model', 'run'], 'run', 'run'],
  ])('is the one of %j', async (args, asked, model) => {
    expect((await evaluate('--data', 'table.parquet', ...args)).model).toBe(model);
    expect(fake.asked).toBe(asked);
  });
});

describe('the figures', () => {
  const args = ['--data', 'table.parquet', '--actors', '1', '--channels', 'speech'];
  // Seven of eight are right. Calm has two predictions, of which one is right.
  const [accuracy, f1] = [7 / 8, 2 / 3];
  const macroF1 = (0 + f1 + 6) / 8;
  const scores = (label: string, precision: number, recall: number, f1Score: number) => ({
    label,
    name: label,
    precision,
    recall,
    f1Score,
    support: 1,
  });

  it('are those of the predictions', async () => {
    const { stderr, ...evaluation } = await evaluate(...args);
    const wanted = EMOTIONS.map((_, i) => EMOTIONS.map((__, j) => Number(j === Math.max(i, 1))));
    expect(evaluation).toEqual({
      model: 'runs/newest',
      n: 8,
      accuracy,
      uar: accuracy,
      macroF1: expect.closeTo(macroF1, 12),
      speakers: 1,
      labels: EMOTIONS,
      absent: [],
      amongOccurring: null,
      confusionMatrix: wanted,
      perClass: [
        scores('neutral', 0, 0, 0),
        { ...scores('calm', 0.5, 1, f1), f1Score: expect.closeTo(f1, 12) },
        ...EMOTIONS.slice(2).map((label) => scores(label, 1, 1, 1)),
      ],
      overlap: null,
      problems: [],
    });
    expect(stderr).toBe(
      'Note: the model’s folder does not say which clips it was trained on. ' +
        'If some of these were, the figures are too high.\n',
    );
  });

  it('are printed for people to three digits', async () => {
    const { stdout } = await ser('evaluate', ...args);
    const lines = stdout.split('\n');
    expect(lines.slice(0, 7)).toEqual([
      'model      runs/newest',
      'clips      8',
      'accuracy   0.875',
      'UAR        0.875',
      'macro F1   0.833',
      '',
      '              precision    recall  f1-score   support',
    ]);
    expect(lines).toContain('        calm       0.50      1.00      0.67         1');
    const matrix = lines.indexOf(
      'confusion matrix: rows are the true emotion, columns the predicted one',
    );
    const neutral = lines.slice(matrix).find((line) => /^ *neutral( +\d+)+$/.test(line));
    expect(neutral?.trim().split(/ +/)).toEqual(['neutral', ...'01000000']);
  });

  it('come with what of the clips the model knows, and a warning', async () => {
    const { overlap, stderr } = await evaluate(...args, '--model', 'run');
    expect(overlap).toEqual({ n: 8, clips: 1, speakers: ['01'] });
    expect(stderr).toContain(
      'WARNING: by their names, the model was trained on 1 of these 8 clips',
    );
  });

  it('are of the features that the model needs', async () => {
    fakeModel(() => [1], { ...presets.summary162, sampleRate: 16_000 });
    const { code, stderr } = await ser('evaluate', '--data', 'table.parquet');
    expect(stderr).toMatch(/^error: --data table\.parquet must hold the 162 features .*16000 Hz/);
    expect(code).toBe(1);
  });
});
