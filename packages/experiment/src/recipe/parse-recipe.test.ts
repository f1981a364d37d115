import { describe, expect, it } from 'vitest';
import { ExperimentError } from '../experiment-error.ts';
import { sequenceRecipe } from '../testing/sequences.ts';
import { discriminantRecipe, smallRecipe } from '../testing/small-plan.ts';
import { parseRecipe } from './parse-recipe.ts';
import type { CnnRecipe, GradientRecipe, Recipe } from './recipe.ts';

/** What the message says after the file's name. */
function complaint(value: unknown): string {
  try {
    parseRecipe('mine.json', value);
  } catch (error) {
    if (!ExperimentError.isInstance(error)) throw error;
    expect(error.code).toBe('bad-recipe');
    expect(error.message).toMatch(/^mine\.json: /);
    return error.message.slice('mine.json: '.length);
  }
  return 'no error';
}

/** A recipe with a value at a path, such as `fit.epochs`; undefined removes the field. */
function change(recipe: Recipe, path: string, value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(recipe));
  const keys = path.split('.');
  let inner = copy as Record<string, unknown>;
  for (const key of keys.slice(0, -1)) inner = inner[key] as Record<string, unknown>;
  inner[keys[keys.length - 1]] = value;
  return JSON.parse(JSON.stringify(copy));
}

it.each([smallRecipe, sequenceRecipe, discriminantRecipe])(
  'gives back what is a recipe: $name',
  (recipe) => {
    expect(parseRecipe('mine.json', JSON.parse(JSON.stringify(recipe)))).toEqual(recipe);
  },
);

it.each([null, 7, 'baseline', []])('refuses %j, which is no recipe', (value) => {
  expect(complaint(value)).toMatch(/^(the value must be|`version` is missing)/);
});

describe('a recipe of a CNN', () => {
  it.each([
    ['version', 2, '`version` must be 1, got 2'],
    ['name', '', '`name` must be a name of letters, digits, `.`, `_` and `-`, got ""'],
    ['name', 'a/b', '`name` must be a name of letters, digits, `.`, `_` and `-`, got "a/b"'],
    ['name', '..', '`name` must be a name of letters, digits, `.`, `_` and `-`, got ".."'],
    ['description', '', '`description` must be text, got ""'],
    ['chosenOn', '', '`chosenOn` must be text, got ""'],
    ['chosenOn', 20, '`chosenOn` must be text, got 20'],
    [
      'features',
      'mfcc',
      /^`features` must be the configuration .* or one of summary162, .*, got "mfcc"$/,
    ],
    ['features', null, /^`features` must be the configuration .*, got null$/],
    ['features', {}, /^`features\.\w+`/],
    [
      'features',
      { sampleRate: -1, features: [{ kind: 'zcr' }] },
      '`features.sampleRate` must be > 0 and finite, got -1',
    ],
    [
      'features',
      { sampleRate: 8000, features: [{ kind: 'zcr' }, { kind: 'mfccs' }] },
      /^`features\.features\[1\]\.kind` must be one of .*, got 'mfccs'$/,
    ],
    ['features', [], /^`features` must be the configuration .*, got Array$/],
    [
      'variants',
      'mine',
      '`variants` must be a list of variants, or "reference" or "functionals", got "mine"',
    ],
    [
      'variants',
      {},
      '`variants` must be a list of variants, or "reference" or "functionals", got Object',
    ],
    ['variants', [{ name: 'original', steps: [] }], /^`variants\[0\]\.name` must be a name that/],
    [
      'variants',
      [{ name: 'slow', steps: [{ kind: 'timeStretch', rate: 0 }] }],
      /^`variants\[0\]\.steps\[0\]\.rate` must be/,
    ],
    ['model', undefined, '`model` is missing'],
    ['model.kind', undefined, '`model.kind` is missing'],
    ['model.kind', 'rnn', '`model.kind` must be ("cnn" | "frames" | "lda"), got "rnn"'],
    ['model.filters', 8, '`model.filters` is no field that is known here'],
    ['model.blocks', {}, '`model.blocks` must be Array, got Object'],
    ['model.blocks.0.filters', 0, '`model.blocks[0].filters` must be a whole number ≥ 1, got 0'],
    ['model.blocks.0.kernelSize', undefined, '`model.blocks[0].kernelSize` is missing'],
    ['model.blocks.0.dropout', 1, '`model.blocks[0].dropout` must be a number in [0, 1), got 1'],
    ['model.blocks.0.poolSize', 1.5, /^`model\.blocks\[0\]\.poolSize` must be a whole number ≥ 1/],
    ['model.dense.units', '8', '`model.dense.units` must be a whole number ≥ 1, got "8"'],
    ['model.dense.dropout', -1, '`model.dense.dropout` must be a number in [0, 1), got -1'],
    ['model.l2', -1, '`model.l2` must be a number ≥ 0, got -1'],
    ['model.batchNormMomentum', 1, '`model.batchNormMomentum` must be a number in [0, 1), got 1'],
    ['fit', undefined, '`fit` is missing'],
    ['fit', null, '`fit` must be Object for the model cnn, got null'],
    ['testVariants', 'slow', '`testVariants` must be Array, got "slow"'],
    [
      'testVariants',
      ['slow'],
      '`testVariants[0]` must be the name of one of its variants ' +
        '(none, as the recipe has no variants), got slow',
    ],
    ['scaler', { clip: 0 }, '`scaler.clip` must be a number > 0, got 0'],
    ['scaler', { rows: 'some' }, '`scaler.rows` must be ("all" | "original"), got "some"'],
    ['scaler', { mean: 1 }, '`scaler.mean` is no field that is known here'],
    ['fit.epochs', undefined, '`fit.epochs` is missing'],
    ['fit.epochs', 0, '`fit.epochs` must be a whole number ≥ 1, got 0'],
    ['fit.epochs', 'many', '`fit.epochs` must be a whole number ≥ 1, got "many"'],
    ['fit.batchSize', 0.5, '`fit.batchSize` must be a whole number ≥ 1, got 0.5'],
    ['fit.learningRate', -1, '`fit.learningRate` must be a number > 0, got -1'],
    ['fit.learningRate', 'fast', '`fit.learningRate` must be a number > 0, got "fast"'],
    ['fit.learningRate', {}, '`fit.learningRate.schedule` is missing'],
    [
      'fit.learningRate',
      { schedule: 'linear' },
      '`fit.learningRate.schedule` must be ("cosineDecay" | "oneCycle"), got "linear"',
    ],
    ['fit.learningRate', { schedule: 'cosineDecay' }, '`fit.learningRate.rate` is missing'],
    [
      'fit.learningRate',
      { schedule: 'cosineDecay', rate: 1, alpha: -1 },
      '`fit.learningRate.alpha` must be a number ≥ 0, got -1',
    ],
    [
      'fit.learningRate',
      { schedule: 'oneCycle', maxRate: 0 },
      '`fit.learningRate.maxRate` must be a number > 0, got 0',
    ],
    [
      'fit.learningRate',
      { schedule: 'oneCycle', maxRate: 1, pctStart: 1 },
      '`fit.learningRate.pctStart` must be a number in [0, 1), got 1',
    ],
    [
      'fit.learningRate',
      { schedule: 'oneCycle', maxRate: 1, divFactor: 0 },
      '`fit.learningRate.divFactor` must be a number > 0, got 0',
    ],
    [
      'fit.learningRate',
      { schedule: 'oneCycle', maxRate: 1, finalDivFactor: 0 },
      '`fit.learningRate.finalDivFactor` must be a number > 0, got 0',
    ],
    ['fit.weightDecay', -1, '`fit.weightDecay` must be a number ≥ 0, got -1'],
    ['fit.globalClipnorm', 0, '`fit.globalClipnorm` must be a number > 0, got 0'],
    ['fit.mixup', -1, '`fit.mixup` must be a number ≥ 0, got -1'],
    ['fit.labelSmoothing', 1, '`fit.labelSmoothing` must be a number in [0, 1), got 1'],
    ['fit.classWeight', 'even', '`fit.classWeight` must be "balanced", got "even"'],
    [
      'fit.specAugment',
      {},
      '`fit.specAugment` must be left out for features that are no sequences',
    ],
    [
      'fit.reduceLrOnPlateau',
      { factor: 1 },
      '`fit.reduceLrOnPlateau.factor` must be a number in [0, 1), got 1',
    ],
    [
      'fit.reduceLrOnPlateau',
      { patience: -1 },
      '`fit.reduceLrOnPlateau.patience` must be a whole number ≥ 0, got -1',
    ],
    [
      'fit.reduceLrOnPlateau',
      { minDelta: -1 },
      '`fit.reduceLrOnPlateau.minDelta` must be a number ≥ 0, got -1',
    ],
    [
      'fit.reduceLrOnPlateau',
      { cooldown: 0.5 },
      '`fit.reduceLrOnPlateau.cooldown` must be a whole number ≥ 0, got 0.5',
    ],
    [
      'fit.reduceLrOnPlateau',
      { minLr: -1 },
      '`fit.reduceLrOnPlateau.minLr` must be a number ≥ 0, got -1',
    ],
    ['fit.averageWeights', { startEpoch: -1 }, /^`fit\.averageWeights\.startEpoch` must be/],
    [
      'fit.reduceLrOnPlateau',
      { monitor: 'f1' },
      /^`fit\.reduceLrOnPlateau\.monitor` must be .*"valAccuracy"\), got "f1"$/,
    ],
    ['fit.speed', 9, '`fit.speed` is no field that is known here'],
    [
      'fit.exponentialMovingAverage',
      {},
      '`fit.exponentialMovingAverage` must be left out beside early stopping, ' +
        'since both set the weights in the end',
    ],
    ['stop', undefined, '`stop` is missing'],
    ['stop.patience', -1, '`stop.patience` must be a whole number ≥ 0, got -1'],
    ['stop.minDelta', -1, '`stop.minDelta` must be a number ≥ 0, got -1'],
    ['stop.monitor', 'f1', /^`stop\.monitor` must be .*"valAccuracy"\), got "f1"$/],
    ['author', 'me', '`author` is no field that is known here'],
  ])('with %s %j', (path, value, expected) => {
    expect(complaint(change(smallRecipe, path, value))).toMatch(expected);
  });
});

describe('a recipe of frames', () => {
  it.each([
    ['model.filters', 0, '`model.filters` must be a whole number ≥ 1, got 0'],
    ['model.kernelSize', 0, '`model.kernelSize` must be a whole number ≥ 1, got 0'],
    ['model.dilations', [1, 0], '`model.dilations[1]` must be a whole number ≥ 1, got 0'],
    ['model.squeeze', 1, '`model.squeeze` must be a number in [0, 1), got 1'],
    ['model.dropout', 1, '`model.dropout` must be a number in [0, 1), got 1'],
    ['model.headDropout', 1, '`model.headDropout` must be a number in [0, 1), got 1'],
    ['model.batchNormMomentum', 1, '`model.batchNormMomentum` must be a number in [0, 1), got 1'],
    ['model.blocks', [], '`model.blocks` is no field that is known here'],
    ['model.pooling', 'mean', '`model.pooling` must be ("attention" | "covariance"), got "mean"'],
    ['model.pooledChannels', 0, '`model.pooledChannels` must be a whole number ≥ 1, got 0'],
    ['model.pooledChannels', 257, '`model.pooledChannels` must be at most 256, got 257'],
    ['model.lags', [1, 0], '`model.lags[1]` must be a whole number ≥ 1, got 0'],
    [
      'model',
      { kind: 'frames', pooling: 'covariance', lags: [1, 12] },
      '`model.lags[1]` must be below the 12 frames, got 12',
    ],
    [
      'model',
      { kind: 'frames', pooling: 'covariance', lags: [2, 1, 2] },
      '`model.lags[2]` must differ, got 2 twice',
    ],
    [
      'fit.exponentialMovingAverage',
      { momentum: 1 },
      '`fit.exponentialMovingAverage.momentum` must be a number in [0, 1), got 1',
    ],
    [
      'fit.exponentialMovingAverage',
      {},
      '`fit.exponentialMovingAverage` must be left out beside fit.averageWeights, ' +
        'since both set the weights in the end',
    ],
    ['fit.specAugment', { timeMasks: -1 }, /^`fit\.specAugment\.timeMasks` must be/],
    ['fit.specAugment', { timeWidth: -1 }, /^`fit\.specAugment\.timeWidth` must be/],
    ['fit.specAugment', { frequencyMasks: 0.5 }, /^`fit\.specAugment\.frequencyMasks` must be/],
    ['fit.specAugment', { frequencyWidth: 'x' }, /^`fit\.specAugment\.frequencyWidth` must be/],
    ['fit.specAugment', { width: 1 }, /^`fit\.specAugment\.width` is no field/],
    [
      'features',
      'summary162',
      '`model.kind` must be cnn for features that are no sequences ' +
        '(`"statistic": null`), got frames',
    ],
    [
      'features',
      'logMel',
      '`model.kind` needs sequences of one length: give `features` its `frames`',
    ],
    [
      'fit.reduceLrOnPlateau',
      {},
      '`fit.reduceLrOnPlateau` must be left out beside a schedule, which sets the rate itself',
    ],
    [
      'fit.averageWeights.startEpoch',
      3,
      '`fit.averageWeights.startEpoch` must be below the 3 epochs, got 3',
    ],
    [
      'stop',
      {},
      '`stop` must be null beside fit.averageWeights, since both set the weights in the end',
    ],
  ])('with %s %j', (path, value, expected) => {
    expect(complaint(change(sequenceRecipe, path, value))).toMatch(expected);
  });

  it('may have a CNN too, with SpecAugment', () => {
    const recipe = { ...sequenceRecipe, model: { kind: 'cnn' } };
    expect(complaint(recipe)).toBe('no error');
  });
});

describe('a recipe of a discriminant analysis', () => {
  it.each([
    ['model.shrinkage', 1.1, '`model.shrinkage` must be a number in [0, 1], or "auto", got 1.1'],
    ['model.shrinkage', -0.1, '`model.shrinkage` must be a number in [0, 1], or "auto", got -0.1'],
    [
      'model.shrinkage',
      'oas',
      '`model.shrinkage` must be a number in [0, 1], or "auto", got "oas"',
    ],
    ['model.priors', 'even', '`model.priors` must be "uniform", got "even"'],
    ['model.temperature', 0, '`model.temperature` must be a number > 0, got 0'],
    ['model.solver', 'svd', '`model.solver` is no field that is known here'],
    ['fit', { epochs: 1 }, '`fit` must be null for the model lda, which has no epochs'],
    ['fit', undefined, '`fit` is missing'],
    ['stop', {}, '`stop` must be null for the model lda, which has no epochs'],
    [
      'testVariants',
      ['slow', 'loud'],
      '`testVariants[1]` must be the name of one of its variants (slow, fast, noise), got loud',
    ],
    ['testVariants', ['slow', 'slow'], '`testVariants[1]` must differ, got slow twice'],
    [
      'features',
      { ...(sequenceRecipe.features as object) },
      '`model.kind` must be cnn or frames for sequences, got lda',
    ],
  ])('with %s %j', (path, value, expected) => {
    expect(complaint(change(discriminantRecipe, path, value))).toBe(expected);
  });

  it.each<[string, unknown]>([
    ['model', { kind: 'lda' }],
    ['model.shrinkage', 0],
    ['model.shrinkage', 1],
    ['model.shrinkage', 'auto'],
    ['model.shrinkage', null],
    ['model.priors', null],
    ['testVariants', []],
    ['testVariants', undefined],
    ['scaler', {}],
    ['scaler', undefined],
    ['scaler.rows', 'all'],
    ['variants', 'functionals'],
  ])('may have the %s %j', (path, value) => {
    const recipe = path === 'variants' ? change(discriminantRecipe, 'testVariants', []) : undefined;
    expect(complaint(change((recipe ?? discriminantRecipe) as Recipe, path, value))).toBe(
      'no error',
    );
  });
});

it.each(['classWeight', 'specAugment', 'reduceLrOnPlateau', 'averageWeights'])(
  'takes null for a fit without %s',
  (field) => {
    expect(complaint(change(smallRecipe, `fit.${field}`, null))).toBe('no error');
  },
);

it('refuses specAugment for means, the statistic that features have where none is named', () => {
  const features = { sampleRate: 8000, features: [{ kind: 'zcr' }] };
  const recipe = change({ ...smallRecipe, variants: [] } as Recipe, 'features', features);
  expect(complaint(recipe)).toBe('no error');
  expect(complaint(change(recipe as Recipe, 'fit.specAugment', {}))).toBe(
    '`fit.specAugment` must be left out for features that are no sequences',
  );
});

/** A recipe of frames that stops early and has no schedule, so that every field is allowed. */
const frames: GradientRecipe = {
  ...sequenceRecipe,
  fit: { epochs: 3, reduceLrOnPlateau: {}, specAugment: {} },
  stop: {},
};

describe('numbers that no training needs', () => {
  const cnn: GradientRecipe = {
    ...smallRecipe,
    model: {
      ...smallRecipe.model,
      blocks: [{ filters: 1, kernelSize: 1 }],
      dense: { units: 1 },
    } as CnnRecipe,
  };
  const cosine = {
    ...smallRecipe.fit,
    learningRate: { schedule: 'cosineDecay', rate: 1 },
  } as const;
  const oneCycle = sequenceRecipe;

  // The most that each field takes, and what is next to it.
  it.each<[string, number, Recipe]>([
    ['model.blocks.0.filters', 4096, cnn],
    ['model.blocks.0.kernelSize', 1024, cnn],
    ['model.blocks.0.poolSize', 1024, cnn],
    ['model.dense.units', 4096, cnn],
    ['model.l2', 1_000_000, cnn],
    ['fit.epochs', 100_000, cnn],
    ['fit.batchSize', 65_536, cnn],
    ['fit.learningRate', 1_000_000, cnn],
    ['fit.weightDecay', 1_000_000, cnn],
    ['fit.globalClipnorm', 1_000_000, cnn],
    ['fit.mixup', 1_000_000, cnn],
    ['stop.patience', 100_000, cnn],
    ['stop.minDelta', 1_000_000, cnn],
    ['fit.learningRate.rate', 1_000_000, { ...cnn, fit: cosine }],
    ['fit.learningRate.alpha', 1_000_000, { ...cnn, fit: cosine }],
    ['fit.learningRate.maxRate', 1_000_000, oneCycle],
    ['fit.learningRate.divFactor', 1_000_000_000_000, oneCycle],
    ['fit.learningRate.finalDivFactor', 1_000_000_000_000, oneCycle],
    [
      'model.filters',
      4096,
      { ...frames, model: { kind: 'frames', kernelSize: 1, dilations: [1] } },
    ],
    ['model.kernelSize', 1024, frames],
    ['model.dilations.0', 1024, frames],
    ['fit.specAugment.timeMasks', 1000, frames],
    ['fit.specAugment.timeWidth', 100_000, frames],
    ['fit.specAugment.frequencyMasks', 1000, frames],
    ['fit.specAugment.frequencyWidth', 100_000, frames],
    ['fit.reduceLrOnPlateau.patience', 100_000, frames],
    ['fit.reduceLrOnPlateau.minDelta', 1_000_000, frames],
    ['fit.reduceLrOnPlateau.cooldown', 100_000, frames],
    ['fit.reduceLrOnPlateau.minLr', 1_000_000, frames],
    ['fit.averageWeights.startEpoch', 100_000, sequenceRecipe],
  ])('of %s are refused above %d', (path, most, recipe) => {
    // The largest epoch to average from is beyond the most epochs that there can be.
    expect(complaint(change(recipe, path, most))).toMatch(
      path.endsWith('startEpoch') ? 'must be below the 3 epochs' : /^no error$/,
    );
    const shown = path.replace('.0', '[0]');
    expect(complaint(change(recipe, path, most + 1))).toBe(
      `\`${shown}\` must be at most ${most}, got ${most + 1}`,
    );
  });

  // The least that each field takes.
  it.each<[string, number, Recipe]>([
    ['model.blocks.0.filters', 1, cnn],
    ['model.blocks.0.kernelSize', 1, cnn],
    ['model.blocks.0.poolSize', 1, cnn],
    ['model.blocks.0.dropout', 0, cnn],
    ['model.dense.units', 1, cnn],
    ['model.dense.dropout', 0, cnn],
    ['model.l2', 0, cnn],
    ['model.batchNormMomentum', 0, cnn],
    ['fit.epochs', 1, cnn],
    ['fit.batchSize', 1, cnn],
    ['fit.learningRate', Number.MIN_VALUE, cnn],
    ['fit.weightDecay', 0, cnn],
    ['fit.globalClipnorm', Number.MIN_VALUE, cnn],
    ['fit.mixup', 0, cnn],
    ['fit.labelSmoothing', 0, cnn],
    ['stop.patience', 0, cnn],
    ['stop.minDelta', 0, cnn],
    ['fit.learningRate.alpha', 0, { ...cnn, fit: cosine }],
    ['fit.learningRate.pctStart', 0, oneCycle],
    ['model.filters', 1, frames],
    ['model.kernelSize', 1, frames],
    ['model.dilations.0', 1, frames],
    ['model.squeeze', 0, frames],
    ['model.dropout', 0, frames],
    ['model.headDropout', 0, frames],
    ['model.batchNormMomentum', 0, frames],
    ['fit.specAugment.timeMasks', 0, frames],
    ['fit.specAugment.timeWidth', 0, frames],
    ['fit.specAugment.frequencyMasks', 0, frames],
    ['fit.specAugment.frequencyWidth', 0, frames],
    ['fit.reduceLrOnPlateau.factor', 0, frames],
    ['fit.reduceLrOnPlateau.patience', 0, frames],
    ['fit.reduceLrOnPlateau.minDelta', 0, frames],
    ['fit.reduceLrOnPlateau.cooldown', 0, frames],
    ['fit.reduceLrOnPlateau.minLr', 0, frames],
    ['fit.averageWeights.startEpoch', 2, sequenceRecipe],
  ])('of %s are not %d', (path, least, recipe) => {
    const changed = change(recipe, path, least);
    expect(parseRecipe('mine.json', changed)).toEqual(changed);
  });

  it.each([
    ['model.blocks', smallRecipe, { filters: 1, kernelSize: 1 }],
    ['model.dilations', sequenceRecipe, 1],
  ])('are not 64 entries: %s', (path, recipe, entry) => {
    expect(complaint(change(recipe, path, new Array(64).fill(entry)))).toBe('no error');
  });

  it.each([
    ['model.blocks', smallRecipe, { filters: 1, kernelSize: 1 }],
    ['model.dilations', sequenceRecipe, 1],
  ])('of entries are refused: %s', (path, recipe, entry) => {
    expect(complaint(change(recipe, path, new Array(65).fill(entry)))).toBe(
      `\`${path}\` must hold at most 64 entries, got 65`,
    );
  });

  it('are refused where they are infinite', () => {
    const recipe = { ...smallRecipe, fit: { epochs: Number.POSITIVE_INFINITY } };
    expect(complaint(recipe)).toBe('`fit.epochs` must be a whole number ≥ 1, got Infinity');
  });
});

it('may pool by covariances, and average the weights of all steps', () => {
  const { averageWeights: _, ...fit } = sequenceRecipe.fit;
  const model = { kind: 'frames', pooling: 'covariance', pooledChannels: 8, lags: [1, 11] };
  const recipe = { ...sequenceRecipe, model, fit: { ...fit, exponentialMovingAverage: {} } };
  expect(complaint(recipe)).toBe('no error');
});

it('may leave out the epoch from which weights are averaged', () => {
  expect(complaint(change(sequenceRecipe, 'fit.averageWeights', {}))).toBe('no error');
});

it.each(['loss', 'accuracy', 'valLoss', 'valAccuracy'])('may watch %s', (monitor) => {
  const fit = { ...frames.fit, reduceLrOnPlateau: { monitor } };
  expect(complaint({ ...frames, fit, stop: { monitor } })).toBe('no error');
});
