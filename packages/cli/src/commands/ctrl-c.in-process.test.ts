import { writeParquet } from '@ser/experiment';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { putSmallClips } from '../testing/sample-clips.ts';
import { sharedSandbox } from '../testing/sandbox.ts';
import { SMALL_FRAMES_RECIPE, SMALL_RECIPE } from '../testing/small-recipe.ts';
import { syntheticTable } from '../testing/synthetic-table.ts';
import { trainSmallModel } from '../testing/train-small-model.ts';

vi.mock('../data/extract-clips.ts', () => import('../testing/extract-in-process.ts'));

const sandbox = sharedSandbox();
const { list, put, ser, serInterrupted } = sandbox;
const CLIPS = ['--data', 'wavs', '--recipe', 'frames.json', '--protocol', 'clip', '--folds', '2'];
const TABLE = ['--data', 'table.parquet', '--recipe', 'small.json', '--no-variants'];
const STOPPING = 'Stopping after this step; press Ctrl-C again to stop at once.\n';
beforeAll(async () => {
  putSmallClips(sandbox);
  put('frames.json', JSON.stringify(SMALL_FRAMES_RECIPE));
  put('table.parquet', writeParquet(syntheticTable()));
  await trainSmallModel(sandbox);
  put('small.json', JSON.stringify(SMALL_RECIPE));
});

describe('Ctrl-C', () => {
  it.each<[string, string, string[], last: RegExp]>([
    ['while sounds are compared', 'comparing sounds', ['train', ...CLIPS], /^Saved\. Continue/],
    ['while clips are extracted', 'extracting', ['train', ...CLIPS], /^Saved\. Continue/],
    ['in an epoch', 'training', ['train', ...CLIPS], /^Saved\. Continue/],
    ['after an epoch', 'epoch 1/', ['train', ...TABLE], /^Saved\. Continue/],
    ['in a fold', 'epoch 1/', ['crossvalidate', ...TABLE], /^Saved\. Continue/],
    [
      'while clips are compared for a table',
      'comparing sounds',
      ['features', 'wavs', '--recipe', 'frames.json', '--out', 'a.npz'],
      /^What was extracted is in the cache\. Give the same command again to go on\.$/,
    ],
    [
      'while a table is extracted',
      'extracting',
      ['features', 'wavs', '--recipe', 'frames.json', '--out', 'b.npz'],
      /^What was extracted is in the cache\. Give the same command again to go on\.$/,
    ],
    ['while features are printed', 'left out x', ['features', 'x', 'wavs'], /^Stopping/],
    ['while emotions are named', 'left out x', ['predict', 'x', 'wavs'], /^Stopping/],
    ['while a model is tested', 'comparing', ['evaluate', '--data', 'wavs'], /^Stopping/],
    ['while clips are inspected', 'reading', ['inspect', '--data', 'wavs'], /^Stopping/],
  ])('%s ends with 130 and no result', async (_, at, args, last) => {
    const { code, stdout, stderr } = await serInterrupted(at, ...args);
    expect([code, stdout]).toEqual([130, '']);
    expect(stderr.split(STOPPING)).toHaveLength(2);
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(last);
    expect(stderr).not.toContain('error:');
    // The next Ctrl-C is not this command's.
    expect(process.listenerCount('SIGINT')).toBe(0);
    expect(process.listenerCount('SIGTERM')).toBe(0);
    // Whoever goes on finds no lock.
    const folders = list('.').includes('runs') ? list('runs') : [];
    for (const name of folders) expect(list(`runs/${name}`)).not.toContain('run.lock');
  });

  it('after the last fold lets the reports be written', async () => {
    const args = ['crossvalidate', ...CLIPS, '--epochs', '1', '--out', 'done'];
    const { code, stdout, stderr } = await serInterrupted('(2 of 2 done)', ...args);
    expect(stderr).toContain(STOPPING);
    expect(code).toBe(0);
    expect(stdout).toContain('Saved in done.');
    expect(list('done')).toContain('metrics.json');
  });
});

describe('a run that is resumed', () => {
  beforeAll(() => ser('train', ...CLIPS, '--out', 'whole'));

  it.each(['comparing sounds', 'extracting', 'training', 'epoch 1/'])(
    'ends as one that was never interrupted, at "%s"',
    async (at) => {
      const out = at.replace(/\W/g, '');
      await serInterrupted(at, 'train', ...CLIPS, '--out', out);
      // It needs no cache, which somebody may have cleared.
      const { code, stderr } = await ser('train', '--resume', out, '--no-cache');
      expect(code, stderr).toBe(0);
      expect(list(out)).toEqual(list('whole'));
      for (const file of ['weights.bin', 'predictions.json'])
        expect(sandbox.bytes(`${out}/${file}`).equals(sandbox.bytes(`whole/${file}`))).toBe(true);
    },
  );
});
