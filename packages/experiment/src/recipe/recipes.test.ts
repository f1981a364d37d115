import { readdirSync, readFileSync } from 'node:fs';
import { FUNCTIONALS_VARIANTS, presets, REFERENCE_VARIANTS } from '@ser/features';
import { describe, expect, it } from 'vitest';
import { extractorOf } from './extractor-of.ts';
import { RECIPES } from './recipes.ts';
import { testVariantsOf, variantsOf } from './variants-of.ts';

const folder = new URL('../../recipes/', import.meta.url);

it('has every file of recipes/', () => {
  const files = readdirSync(folder).sort();
  expect([...RECIPES.keys()].map((name) => `${name}.json`).sort()).toEqual(files);
});

it.each([...RECIPES])('has %s as its file says it', (name, recipe) => {
  expect(recipe).toEqual(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')));
});

it.each([...RECIPES])('calls %s what its file is called', (name, recipe) => {
  expect(recipe.name).toBe(name);
});

/** Published figures were computed with these values: a change of one makes them untrue. */
const REFERENCE_FIT = {
  epochs: 60,
  batchSize: 64,
  learningRate: 0.001,
  classWeight: 'balanced',
  reduceLrOnPlateau: { factor: 0.2, patience: 3, minLr: 0.000001 },
};

describe('stays what it was published as:', () => {
  it.each([
    ['baseline', 0.9],
    ['reference', 0.99],
  ])('%s', (name, batchNormMomentum) => {
    const { description: _, ...recipe } = RECIPES.get(name) ?? {};
    expect(recipe).toEqual({
      version: 1,
      name,
      features: 'summary162',
      variants: 'reference',
      model: { kind: 'cnn', batchNormMomentum },
      fit: REFERENCE_FIT,
      stop: { patience: 6 },
    });
  });

  it('frames', () => {
    const { description: _, ...recipe } = RECIPES.get('frames') ?? {};
    expect(recipe).toEqual({
      version: 1,
      name: 'frames',
      features: {
        sampleRate: 16000,
        offset: 0.4,
        duration: 3.2,
        nFft: 512,
        winLength: 400,
        hopLength: 320,
        features: [{ kind: 'logmel', nMels: 64, fMin: 50, fMax: 8000, topDb: null }],
        statistic: null,
        frames: 160,
      },
      variants: [],
      model: {
        kind: 'frames',
        filters: 96,
        dilations: [1, 2, 4, 8],
        dropout: 0.2,
        headDropout: 0.4,
      },
      fit: {
        epochs: 40,
        batchSize: 32,
        learningRate: { schedule: 'oneCycle', maxRate: 0.003 },
        weightDecay: 0.01,
        globalClipnorm: 1,
        mixup: 0.2,
        labelSmoothing: 0.1,
        classWeight: 'balanced',
        specAugment: { timeMasks: 2, timeWidth: 20, frequencyMasks: 2, frequencyWidth: 12 },
        averageWeights: { startEpoch: 30 },
      },
      stop: null,
    });
  });
});

describe('functionals-lda', () => {
  const recipe = RECIPES.get('functionals-lda');

  it('is said to be what it is however it is trained', () => {
    expect(recipe?.description).toBe(
      'linear discriminant analysis of 4,171 functionals of the whole clip',
    );
  });

  it('stays what it was published as', () => {
    const { description: _, ...rest } = recipe ?? {};
    expect(rest).toEqual({
      version: 1,
      name: 'functionals-lda',
      chosenOn: "speech of RAVDESS' actors 1 to 20, four folds",
      features: 'functionals',
      variants: 'functionals',
      testVariants: ['speed-15/16', 'speed-16/15'],
      scaler: { rows: 'original', clip: 4 },
      model: { kind: 'lda', shrinkage: 0.6, priors: 'uniform', temperature: 5 },
      fit: null,
      stop: null,
    });
  });

  it('hears tested clips at three speeds', () => {
    if (!recipe) throw new Error('there is no such recipe');
    expect(testVariantsOf(recipe)).toEqual([FUNCTIONALS_VARIANTS[1], FUNCTIONALS_VARIANTS[2]]);
  });
});

it.each([
  ['egemaps-lda', 'egemaps'],
  ['librosa193-lda', 'librosa193'],
])('%s fits the features of others with nothing that was chosen', (name, features) => {
  const { description: _, ...rest } = RECIPES.get(name) ?? {};
  expect(rest).toEqual({
    version: 1,
    name,
    features,
    variants: [],
    model: { kind: 'lda', shrinkage: 'auto', priors: 'uniform' },
    fit: null,
    stop: null,
  });
});

it('asks for the configurations and variants that it names, or for those that it holds', () => {
  const features = { sampleRate: 8000, features: [{ kind: 'zcr' as const }] };
  const variants = [{ name: 'noise', steps: [] }];
  expect(extractorOf({ features: 'summary162' })).toBe(presets.summary162);
  expect(extractorOf({ features: 'logMel' })).toBe(presets.logMel);
  expect(extractorOf({ features })).toBe(features);
  expect(extractorOf({ features: 'functionals' })).toBe(presets.functionals);
  expect(variantsOf({ variants: 'reference' })).toBe(REFERENCE_VARIANTS);
  expect(variantsOf({ variants: 'functionals' })).toBe(FUNCTIONALS_VARIANTS);
  expect(testVariantsOf({ variants })).toEqual([]);
  expect(testVariantsOf({ variants, testVariants: ['noise'] })).toEqual(variants);
  expect(variantsOf({ variants })).toBe(variants);
});

it('keeps the keys of its map in their order', () => {
  expect([...RECIPES.keys()]).toEqual([
    'baseline',
    'reference',
    'frames',
    'functionals-lda',
    'egemaps-lda',
    'librosa193-lda',
  ]);
});

it.each([
  ['baselin', 'baseline'],
  ['frame', 'frames'],
  ['Reference', 'reference'],
])('says for %s that %s was meant', (name, meant) => {
  expect(() => RECIPES.get(name)).toThrow(`(did you mean \`${meant}\`?)`);
});

it.each(['mine', 'mine.json', 'x/frames', 'constructor'])('has no %s', (name) => {
  expect(RECIPES.get(name)).toBeUndefined();
});
