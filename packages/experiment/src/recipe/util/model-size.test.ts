import { createExtractor } from '@ser/features';
import { describe, expect, it } from 'vitest';
import { sequenceRecipe } from '../../testing/sequences.ts';
import { startWasm } from '../../testing/start-wasm.ts';
import { buildModelOf } from '../build-model-of.ts';
import { extractorOf } from '../extractor-of.ts';
import { parseRecipe } from '../parse-recipe.ts';
import type { GradientRecipe } from '../recipe.ts';
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
  const [steps, channels = 1] = createExtractor(extractorOf(recipe)).shape;
  expect(modelSize(recipe.model, [steps, channels], 8).weights).toBe(count);
});

const pooled = { kind: 'frames', filters: 8, dilations: [1], pooling: 'covariance' } as const;

describe('counts each weight of the model that is built:', () => {
  it.each<[string, GradientRecipe['model']]>([
    ['a CNN', { kind: 'cnn' }],
    ['a CNN of other blocks', { kind: 'cnn', blocks: [{ filters: 3, kernelSize: 7 }] }],
    ['a CNN without blocks', { kind: 'cnn', blocks: [] }],
    ['another dense layer', { kind: 'cnn', blocks: [], dense: { units: 11 } }],
    ['a model of frames', { kind: 'frames' }],
    ['other filters', { kind: 'frames', filters: 7, kernelSize: 5, dilations: [1, 2, 3] }],
    ['another squeeze', { kind: 'frames', filters: 10, squeeze: 0.25 }],
    ['a squeeze to nothing', { kind: 'frames', filters: 10, squeeze: 0.001 }],
    ['no squeeze', { kind: 'frames', filters: 10, squeeze: 0 }],
    ['covariances', pooled],
    ['covariances of other channels', { ...pooled, pooledChannels: 5 }],
    ['covariances of other lags', { ...pooled, lags: [3] }],
    ['covariances without lags', { ...pooled, lags: [] }],
  ])('%s', (_, model) => {
    const extractor = extractorOf(sequenceRecipe);
    const [steps, channels] = createExtractor(extractor).shape;
    for (const classes of [2, 5]) {
      const built = buildModelOf({ name: 'mine', model }, extractor, { classes, seed: 0 });
      expect(modelSize(model, [steps, channels], classes).weights).toBe(built.countParams());
      built.dispose();
    }
  });

  it('of two labels where nothing is said', () => {
    const model = { kind: 'cnn' } as const;
    expect(modelSize(model, [162, 1])).toEqual(modelSize(model, [162, 1], 2));
  });
});

describe('the widest layer', () => {
  it('of a CNN is its widest convolution', () => {
    const blocks = [
      { filters: 2, kernelSize: 3, poolSize: 4 },
      { filters: 50, kernelSize: 5 },
      { filters: 3, kernelSize: 7, poolSize: 2 },
    ];
    // 11 steps are 3 after pooling.
    expect(modelSize({ kind: 'cnn', blocks }, [11, 1]).widest).toBe(3 * 50);
    expect(modelSize({ kind: 'cnn' }, [162, 1]).widest).toBe(162 * 128);
  });

  it('of a model of frames is any of its convolutions', () => {
    expect(modelSize({ kind: 'frames' }, [160, 64]).widest).toBe(160 * 96);
    expect(modelSize({ kind: 'frames', filters: 8 }, [20, 7]).widest).toBe(20 * 8);
  });

  it('of one that pools by covariances holds differences and pairs of channels', () => {
    expect(modelSize(pooled, [20, 7]).widest).toBe(4 * (20 * 24 + 24 * 24));
    const narrow = { ...pooled, pooledChannels: 10, lags: [1] };
    expect(modelSize(narrow, [20, 7]).widest).toBe(2 * (20 * 10 + 10 * 10));
    const one = { ...pooled, pooledChannels: 1, lags: [1] };
    expect(modelSize(one, [20, 7]).widest).toBe(20 * 8);
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
    // 24,000, 49,600,500 and 374,420 weights, two biases of the scores, and seven for each unit.
    const blocks = [
      { filters: 4000, kernelSize: 1 },
      { filters: 100, kernelSize: 124 },
      { filters: 4, kernelSize: 936 },
    ];
    const parse = (units: number) => {
      const model = { kind: 'cnn', blocks, dense: { units } };
      return parseRecipe('large.json', { ...baseline, model });
    };
    expect(parse(154).model).toMatchObject({ dense: { units: 154 } });
    expect(() => parse(155)).toThrow('must have at most 50000000 weights, got 50000007');
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
