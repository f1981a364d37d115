import { createExtractor } from '@ser/features';
import { describe, expect, it } from 'vitest';
import { startWasm } from '../../testing/start-wasm.ts';
import { buildModelOf } from '../build-model-of.ts';
import { extractorOf } from '../extractor-of.ts';
import { parseRecipe } from '../parse-recipe.ts';
import type { FramesRecipe } from '../recipe.ts';
import { RECIPES } from '../recipes.ts';
import { modelSize } from './model-size.ts';

await startWasm();

/** Published figures are of models of this size. */
it.each([
  ['baseline', 294_920],
  ['reference', 294_920],
  ['frames', 152_745],
])('%s has a model of %d weights', (name, count) => {
  const recipe = RECIPES.get(name);
  if (!recipe?.fit) throw new Error(`there is no recipe ${name} of a network`);
  const extractor = extractorOf(recipe);
  const model = buildModelOf(recipe, extractor, { classes: 8, seed: 0 });
  const { shape } = createExtractor(extractor);
  const { weights } = modelSize(recipe.model, [shape[0], shape[1] ?? 1]);
  expect(model.countParams()).toBe(count);
  model.dispose();
  // But for biases, scores, attention and batch normalisation.
  expect(weights / count).toBeGreaterThan(0.9);
  expect(weights / count).toBeLessThanOrEqual(1);
});

describe('is that of the convolutions and the dense layer', () => {
  it('of a CNN', () => {
    const blocks = [
      { filters: 2, kernelSize: 3, poolSize: 4 },
      { filters: 50, kernelSize: 5 },
      { filters: 3, kernelSize: 7, poolSize: 2 },
    ];
    const model = { kind: 'cnn', blocks, dense: { units: 11 } } as const;
    // 11 steps are 3 after pooling: the widest layer gives 3 · 50 numbers.
    expect(modelSize(model, [11, 1])).toEqual({
      weights: 1 * 2 * 3 + 2 * 50 * 5 + 50 * 3 * 7 + 3 * 11,
      widest: 150,
    });
  });

  it('of a CNN by default', () => {
    expect(modelSize({ kind: 'cnn' }, [162, 1])).toEqual({
      weights: 128 * 5 + 128 * 256 * 5 + 256 * 128 * 3 + 128 * 64 * 3 + 64 * 64,
      widest: 162 * 128,
    });
  });

  it('of a model of frames', () => {
    const model = { kind: 'frames', filters: 8, kernelSize: 5, dilations: [1, 2, 3], squeeze: 0.5 };
    expect(modelSize(model as FramesRecipe, [20, 7])).toEqual({
      weights: 7 * 8 * 5 + 3 * (8 * 8 * 5 + 2 * 8 * 4),
      widest: 20 * 8,
    });
  });

  it('of a model of frames that pools by covariances, of its channels too', () => {
    const model = { kind: 'frames', filters: 8, dilations: [], pooling: 'covariance' } as const;
    const own = { ...model, pooledChannels: 10, lags: [1] } as const;
    expect(modelSize(own, [20, 7])).toEqual({ weights: 7 * 8 * 3 + 8 * 10, widest: 2 * 10 * 10 });
    expect(modelSize(model, [20, 7])).toEqual({ weights: 7 * 8 * 3 + 8 * 24, widest: 4 * 24 * 24 });
  });

  it('of a model of frames by default', () => {
    expect(modelSize({ kind: 'frames' }, [160, 64])).toEqual({
      weights: 64 * 96 * 3 + 4 * (96 * 96 * 3 + 2 * 96 * 24),
      widest: 160 * 96,
    });
  });
});

describe('a recipe that asks for too much is refused', () => {
  const baseline = RECIPES.get('baseline');
  const block = { filters: 4096, kernelSize: 1024 };

  it('for its weights', () => {
    const model = { kind: 'cnn', blocks: [block, block] };
    expect(() => parseRecipe('huge.json', { ...baseline, model })).toThrow(
      'huge.json: `model` must have at most 50000000 weights',
    );
  });

  it('for more than 50 million weights', () => {
    // 4000, 49.6 million and 395,600 weights; four for each unit bring them to 50 million.
    const blocks = [
      { filters: 4000, kernelSize: 1 },
      { filters: 100, kernelSize: 124 },
      { filters: 4, kernelSize: 989 },
    ];
    const parse = (units: number) => {
      const model = { kind: 'cnn', blocks, dense: { units } };
      return parseRecipe('large.json', { ...baseline, model });
    };
    expect(parse(100).model).toMatchObject({ dense: { units: 100 } });
    expect(() => parse(101)).toThrow('must have at most 50000000 weights, got 50000004');
  });

  it('for one example more than its batch can hold', () => {
    // 2^27 numbers are 202 examples of 162 steps and 4096 channels, and a rest.
    const model = { kind: 'cnn', blocks: [{ filters: 4096, kernelSize: 1 }] };
    const parse = (batchSize?: number) =>
      parseRecipe('large.json', { ...baseline, model, fit: { epochs: 1, batchSize } });
    expect(parse(202).fit?.batchSize).toBe(202);
    expect(() => parse(203)).toThrow('must be at most 202 for this model, got 203');
  });

  it('for a batch of 32 where it names none', () => {
    const features = { sampleRate: 8000, features: [{ kind: 'zcr' }], statistic: null };
    const parse = (frames: number) =>
      parseRecipe('large.json', {
        ...baseline,
        features: { ...features, frames },
        model: { kind: 'cnn', blocks: [{ filters: 4096, kernelSize: 1 }] },
        fit: { epochs: 1 },
      });
    // 32 · 1024 · 4096 numbers are 2^27.
    expect(parse(1024).fit).toEqual({ epochs: 1 });
    expect(() => parse(1025)).toThrow('must be at most 31 for this model, got 32');
  });

  it('for what a batch takes', () => {
    const model = { kind: 'cnn', blocks: [{ filters: 4096, kernelSize: 1 }] };
    const fit = { epochs: 1, batchSize: 65_536 };
    expect(() => parseRecipe('huge.json', { ...baseline, model, fit })).toThrow(
      'huge.json: `fit.batchSize` must be at most 202 for this model',
    );
  });
});
