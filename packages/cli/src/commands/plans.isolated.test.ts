import { type Plan, RECIPES, writeParquet } from '@ser/experiment';
import { SPEAKERS } from '@ser/ravdess';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { putSmallClips } from '../testing/sample-clips.ts';
import { sharedSandbox } from '../testing/sandbox.ts';
import { SMALL_RECIPE } from '../testing/small-recipe.ts';
import { syntheticTable } from '../testing/synthetic-table.ts';
import { type NewRun, type TrainingCommand, trainInFolder } from './util/train-in-folder.ts';

// What the commands ask for is looked at; nothing is trained.
vi.mock('./util/train-in-folder.ts');

const sandbox = sharedSandbox();
const { put, ser } = sandbox;
let asked: Promise<NewRun>;
beforeAll(() => {
  put('table.parquet', writeParquet(syntheticTable()));
  put('small.json', JSON.stringify(SMALL_RECIPE));
  putSmallClips(sandbox);
});
beforeEach(() => {
  vi.mocked(trainInFolder).mockImplementation(async (_, command: TrainingCommand) => {
    asked = command.plan();
    await asked;
  });
});

async function planOf(...args: string[]): Promise<Plan> {
  const { code, stderr } = await ser(...args);
  expect(code, stderr).toBe(0);
  return (await asked).plan;
}

const EMBEDDED = 'the embedded table of RAVDESS features';
const [SPEECH, BOTH] = [['speech'], ['speech', 'song']];
const TABLE = ['--data', 'table.parquet'];

/** What `ser train` plans when nothing is said. */
const TRAIN: Plan = {
  version: 1,
  kind: 'run',
  recipe: RECIPES.get('baseline') as Plan['recipe'],
  protocol: 'holdout',
  fold: 1,
  folds: 5,
  conditions: BOTH,
  testConditions: null,
  variants: false,
  seed: 0,
  seeds: 1,
  epochs: 60,
  speakers: SPEAKERS,
  adaptation: null,
  backend: 'wasm',
  data: [EMBEDDED],
  labelling: null,
};
/** Of `ser train --protocol …`, which follow the literature. */
const SPEAKER = {
  ...TRAIN,
  protocol: 'speaker',
  folds: 10,
  conditions: SPEECH,
  testConditions: SPEECH,
  variants: true,
} as const;
const CLIP = { ...SPEAKER, protocol: 'clip', testConditions: null } as const;
const ADAPTED = { ...SPEAKER, protocol: 'speaker-adapted', adaptation: 'all' } as const;
const LDA = RECIPES.get('functionals-lda') as Plan['recipe'];
/** What `ser crossvalidate` plans when nothing is said. */
const FOLDS = { ...SPEAKER, kind: 'cross-validation' } as const;

describe('the plan of ser train', () => {
  it.each<[string, Plan]>([
    ['', TRAIN],
    ['--protocol holdout', { ...TRAIN, folds: 10 }],
    ['--protocol speaker', SPEAKER],
    ['--protocol clip', CLIP],
    ['--protocol reference', { ...TRAIN, protocol: 'reference', folds: 10, variants: true }],
    ['--protocol clip --folds 7', { ...CLIP, folds: 7 }],
    ['--protocol clip --folds 2 --fold 2', { ...CLIP, folds: 2, fold: 2 }],
    ['--protocol speaker --fold 5', { ...SPEAKER, fold: 5 }],
    ['--protocol speaker --folds 5', { ...SPEAKER, folds: 5 }],
    ['--protocol loso --fold 24', { ...SPEAKER, protocol: 'loso', fold: 24 }],
    ['--protocol selection --fold 4', { ...SPEAKER, protocol: 'selection', fold: 4 }],
    ['--protocol speaker-adapted', ADAPTED],
    ['--protocol speaker-adapted --adapt all', ADAPTED],
    ['--protocol speaker-adapted --adapt 5', { ...ADAPTED, adaptation: 5 }],
    ['--channels song', { ...TRAIN, conditions: ['song'] }],
    ['--channels speech', { ...TRAIN, conditions: SPEECH }],
    ['--protocol clip --channels all', { ...CLIP, conditions: BOTH }],
    ['--protocol speaker --channels all', { ...SPEAKER, conditions: BOTH }],
    [
      '--protocol speaker --channels song',
      { ...SPEAKER, conditions: ['song'], testConditions: null },
    ],
    ['--variants', { ...TRAIN, variants: true }],
    ['--protocol clip --no-variants', { ...CLIP, variants: false }],
    ['--epochs 7', { ...TRAIN, epochs: 7 }],
    ['--backend cpu', { ...TRAIN, backend: 'cpu' }],
    ['--seed 9', { ...TRAIN, seed: 9 }],
    ['--recipe small.json', { ...TRAIN, recipe: SMALL_RECIPE, epochs: 3 }],
    ['--recipe reference', { ...TRAIN, recipe: RECIPES.get('reference') as Plan['recipe'] }],
  ])('with nothing but "%s"', async (args, plan) => {
    expect(await planOf('train', ...args.split(' ').filter(Boolean))).toEqual(plan);
  });

  it('trains the discriminant analysis on variants under every protocol', async () => {
    const args = ['--data', 'wavs', '--protocol', 'holdout'];
    const data = [`${sandbox.folder}/wavs`];
    const plan = { ...TRAIN, folds: 10, recipe: LDA, epochs: 0, variants: true, data };
    expect(await planOf('train', ...args)).toEqual(plan);
    expect(await planOf('train', ...args, '--no-variants')).toEqual({ ...plan, variants: false });
  });

  it('has what --data names, as absolute paths, in its order', async () => {
    const { data } = await planOf('train', ...TABLE, 'wavs', '--protocol', 'clip');
    expect(data).toEqual([`${sandbox.folder}/table.parquet`, `${sandbox.folder}/wavs`]);
  });

  it('holds speakers out where the data has enough, which it looks up', async () => {
    const data = [`${sandbox.folder}/table.parquet`];
    expect(await planOf('train', ...TABLE)).toEqual({ ...TRAIN, data });
    expect((await asked).note).toBeUndefined();
  });

  it('has five folds of clips where the data has few speakers, and says so', async () => {
    const data = [`${sandbox.folder}/wavs`];
    const few = { ...CLIP, folds: 5, conditions: BOTH, data, recipe: LDA, epochs: 0 };
    expect(await planOf('train', '--data', 'wavs')).toEqual(few);
    expect(await planOf('train', '--data', 'wavs', '--folds', '7')).toEqual({ ...few, folds: 7 });
    expect((await asked).note).toBe(
      'Too few speakers to hold out 21, 22, 23, 24: testing on other clips of the same speakers ' +
        '(--protocol clip).',
    );
  });
});

describe('the plan of ser crossvalidate', () => {
  it.each<[string, Plan]>([
    ['', FOLDS],
    ['--seeds 3', { ...FOLDS, seeds: 3 }],
    ['--protocol clip', { ...CLIP, kind: 'cross-validation' }],
    ['--protocol clip --folds 4', { ...CLIP, kind: 'cross-validation', folds: 4 }],
    ['--channels all', { ...FOLDS, conditions: BOTH }],
    ['--no-variants', { ...FOLDS, variants: false }],
    ['--epochs 7', { ...FOLDS, epochs: 7 }],
    ['--backend cpu', { ...FOLDS, backend: 'cpu' }],
    ['--recipe small.json', { ...FOLDS, recipe: SMALL_RECIPE, epochs: 3 }],
  ])('with nothing but "%s"', async (args, plan) => {
    expect(await planOf('crossvalidate', ...args.split(' ').filter(Boolean))).toEqual(plan);
  });

  it('has what --data names', async () => {
    const { data } = await planOf('crossvalidate', ...TABLE);
    expect(data).toEqual([`${sandbox.folder}/table.parquet`]);
  });
});

describe('the name of a run', () => {
  it.each([
    ['train', 'baseline-holdout-seed0'],
    ['train --seed 9', 'baseline-holdout-seed9'],
    ['train --protocol speaker', 'baseline-speaker-seed0'],
    ['train --protocol speaker --fold 2', 'baseline-speaker-fold2-seed0'],
    ['train --recipe small.json', 'small-holdout-seed0'],
    ['train --data wavs', 'functionals-lda-clip-seed0'],
    ['train --data table.parquet', 'baseline-holdout-seed0'],
    ['train --protocol speaker-adapted', 'baseline-speaker-adapted-seed0'],
    ['train --protocol speaker-adapted --adapt 5', 'baseline-speaker-adapted-5-seed0'],
    ['crossvalidate', 'crossvalidate-baseline-speaker'],
    ['crossvalidate --protocol clip --seeds 3', 'crossvalidate-baseline-clip'],
    ['crossvalidate --recipe small.json', 'crossvalidate-small-speaker'],
    ['crossvalidate --data wavs --protocol loso', 'crossvalidate-functionals-lda-loso'],
    [
      'crossvalidate --protocol speaker-adapted --adapt 20',
      'crossvalidate-baseline-speaker-adapted-20',
    ],
  ])('%s', async (args, name) => {
    await ser(...args.split(' '));
    expect((await asked).name).toBe(name);
  });
});
