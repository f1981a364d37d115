import { writeParquet } from '@ser/experiment';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { putSmallClips } from '../testing/sample-clips.ts';
import { sharedSandbox } from '../testing/sandbox.ts';
import { SMALL_FRAMES_RECIPE, SMALL_RECIPE } from '../testing/small-recipe.ts';
import { syntheticTable } from '../testing/synthetic-table.ts';
import { toneWav } from '../testing/tone-wav.ts';
import { trainSmallModel } from '../testing/train-small-model.ts';

vi.mock('../data/extract-clips.ts', () => import('../testing/extract-in-process.ts'));

const sandbox = sharedSandbox();
const { list, put, ser } = sandbox;
let model: string;
beforeAll(async () => {
  putSmallClips(sandbox);
  for (let take = 1; take <= 2; take++) {
    for (const actor of ['01', '02']) {
      put(`calm/03-01-02-01-01-0${take}-${actor}.wav`, toneWav(0.5, 200 + take));
    }
  }
  const table = syntheticTable();
  const happy = table.rows.filter(({ label }) => label === 'happy');
  const [clip] = table.rows;
  put('happy.parquet', writeParquet({ ...table, rows: happy, x: table.x.slice(0, 162 * 24) }));
  const labels = ['neutral', 'growling'];
  const rows = [clip, { ...clip, clip: 'b', label: 'growling' }];
  put('growl.parquet', writeParquet({ ...table, labels, rows, x: table.x.slice(0, 2 * 162) }));
  const same = [{ ...clip, clip: '03-01-01-01-01-01-01' }];
  put('same.parquet', writeParquet({ ...table, rows: same, x: table.x.slice(0, 162) }));
  put('frames.json', JSON.stringify(SMALL_FRAMES_RECIPE));
  const features = Object.assign({}, SMALL_FRAMES_RECIPE.features, { frames: undefined });
  put('endless.json', JSON.stringify({ ...SMALL_FRAMES_RECIPE, features }));
  put('vector.json', JSON.stringify({ ...SMALL_RECIPE, model: SMALL_FRAMES_RECIPE.model }));
  put('file', '');
  put('taken/notes.txt', '');
  put('folder.parquet/notes.txt', '');
  model = await trainSmallModel(sandbox);
});

describe('what cannot work is said before any sound is read', () => {
  it.each<[string, string[], code: 1 | 2, message: string]>([
    [
      'songs where there are none',
      ['train', '--data', 'wavs', '--channels', 'song'],
      1,
      'wavs holds no song clips, got 12 speech of the speakers 01, 02',
    ],
    [
      'one emotion',
      ['train', '--data', 'calm'],
      1,
      'training needs speech and song clips of two labels or more, and the data must hold them; ' +
        'got calm alone',
    ],
    ['one emotion, in every fold', ['crossvalidate', '--data', 'calm'], 1, 'got calm alone'],
    ['one emotion of a table', ['train', '--data', 'happy.parquet'], 1, 'got happy alone'],
    [
      'actors that are not there',
      ['train', '--data', 'wavs', '--protocol', 'holdout'],
      1,
      '--protocol holdout does not fit this data: ',
    ],
    [
      'actors of a fold that are not there',
      ['train', '--data', 'wavs', '--protocol', 'speaker'],
      1,
      '--protocol speaker does not fit this data: ',
    ],
    [
      'more folds than clips',
      ['crossvalidate', '--data', 'wavs', '--protocol', 'clip', '--folds', '50'],
      1,
      '--protocol clip does not fit this data: ',
    ],
    [
      'a fold that does not exist',
      ['train', '--data', 'wavs', '--protocol', 'speaker', '--fold', '9'],
      2,
      '--fold must be at most 5 under the protocol speaker, got 9',
    ],
    [
      'a recipe of sequences without end',
      ['train', '--data', 'wavs', '--recipe', 'endless.json', '--protocol', 'clip', '--folds', '2'],
      2,
      'frames',
    ],
    [
      'a model that its features do not fit',
      ['train', '--data', 'wavs', '--recipe', 'vector.json', '--protocol', 'clip', '--folds', '2'],
      2,
      '--recipe vector.json: `model.kind` must be cnn',
    ],
    [
      'a table of another recipe, beside clips',
      ['train', '--data', 'wavs', 'table.parquet', '--recipe', 'frames.json'],
      1,
      '--data ',
    ],
    [
      'a table of other labels, beside clips',
      ['train', '--data', 'wavs', 'growl.parquet', '--no-variants'],
      1,
      'tables and clips must fit together: ',
    ],
    [
      'a clip that a table has, too',
      ['train', '--data', 'wavs', 'same.parquet', '--no-variants'],
      1,
      'holds the clip 03-01-01-01-01-01-01 (original) twice',
    ],
    [
      'a table without variants, beside clips',
      ['train', '--data', 'wavs', 'table.parquet', '--variants'],
      1,
      '',
    ],
    ['a folder in use', ['train', '--data', 'wavs', '--out', 'taken'], 1, '--out taken already'],
    ['a file for a folder', ['train', '--data', 'wavs', '--out', 'file'], 1, 'file cannot be made'],
    [
      'a place that nobody can write to',
      ['train', '--data', 'wavs', '--out', '/proc/mine'],
      1,
      "/proc/mine cannot be made a run's folder: ",
    ],
    [
      'a folder that cannot be made for a table',
      ['features', 'wavs', '--out', '/proc/mine/t.parquet'],
      1,
      '--out /proc/mine/t.parquet cannot be written: ',
    ],
    [
      'a place that no table can be written to',
      ['features', 'wavs', '--out', '/proc/t.parquet'],
      1,
      '--out /proc/t.parquet cannot be written: ',
    ],
    [
      'a folder in place of a table',
      ['features', 'wavs', '--out', 'folder.parquet'],
      1,
      '--out folder.parquet must be a plain file, or not be there yet; it is a folder',
    ],
    [
      'a table where clips are wanted',
      ['features', 'table.parquet', '--out', 't2.parquet'],
      1,
      'table.parquet is a table of features',
    ],
    [
      'a place that no archive can be put in',
      ['download', '--to', '/proc/mine'],
      1,
      '--to /proc/mine cannot be made a folder: ',
    ],
    ['a table to inspect', ['inspect', '--data', 'table.parquet'], 1, 'is a table of features'],
    [
      'labels that the model does not know',
      ['evaluate', '--data', 'growl.parquet'],
      1,
      '--data growl.parquet must have the labels of the model in ',
    ],
    [
      'actors that the data lack',
      ['evaluate', '--data', 'wavs', '--actors', '21-24'],
      1,
      'wavs holds no clips of the actors 21, 22, 23, 24, got 12 speech of the speakers 01, 02',
    ],
    [
      'data for a model',
      ['evaluate', '--model', 'wavs'],
      1,
      'it holds data; train a model on them',
    ],
    ['a model for data', ['train', '--data', 'MODEL'], 1, 'it is the folder of a run'],
  ])('%s', async (_, args, code, message) => {
    const before = list();
    const run = await ser(...args.map((arg) => (arg === 'MODEL' ? model : arg)));
    expect(run.stderr).toContain(message);
    expect(run.stderr).toMatch(/^error: /m);
    expect(run.stderr).not.toMatch(/comparing sounds|extracting|epoch|\n {4}at /);
    expect(run.stdout).toBe('');
    expect(run.code).toBe(code);
    expect(list()).toEqual(before);
  });
});
