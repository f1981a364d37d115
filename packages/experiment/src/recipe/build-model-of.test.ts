import { createHash } from 'node:crypto';
import { presets } from '@ser/features';
import { buildFrameModel, buildModel } from '@ser/model';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { sequenceRecipe } from '../testing/sequences.ts';
import { startWasm } from '../testing/start-wasm.ts';
import { buildModelOf } from './build-model-of.ts';
import { extractorOf } from './extractor-of.ts';
import type { CnnRecipe, FramesRecipe } from './recipe.ts';

beforeAll(startWasm);

const extractor = extractorOf(sequenceRecipe);

/**
 * What a model is made of, without the names that tfjs numbers. Weights are digests: a test that
 * prints where thousands of them differ takes minutes.
 */
function layersOf(model: LayersModel): unknown {
  const layers = JSON.parse(JSON.stringify(model.toJSON(null, false))).config.layers;
  const weights = model
    .getWeights()
    .map((weight) => createHash('sha256').update(weight.dataSync()).digest('hex'));
  model.dispose();
  return { layers, weights };
}

const of = (model: CnnRecipe | FramesRecipe, features = presets.summary162) =>
  layersOf(buildModelOf({ name: 'mine', model }, features, { classes: 3, seed: 5 }));

describe('a CNN', () => {
  const shape = { inputShape: [162, 1] as [number, number], classes: 3, seed: 5 };
  const block = { filters: 2, kernelSize: 3 };

  it('is buildModel’s', () => {
    expect(of({ kind: 'cnn' })).toEqual(layersOf(buildModel(shape)));
  });

  it.each([
    { blocks: [block] },
    { blocks: [{ ...block, dropout: 0.1, poolSize: 2 }] },
    { blocks: [block], dense: { units: 4, dropout: 0.2 } },
    { blocks: [block], l2: 0.1 },
    { blocks: [block], batchNormMomentum: 0.5 },
  ])('takes %o', (own) => {
    const built = of({ kind: 'cnn', ...own });
    expect(built).toEqual(layersOf(buildModel({ ...shape, ...own })));
    expect(built).not.toEqual(of({ kind: 'cnn' }));
  });

  it('reads sequences too', () => {
    const own = { blocks: [block] };
    const inputShape: [number, number] = [12, 2];
    expect(of({ kind: 'cnn', ...own }, extractor)).toEqual(
      layersOf(buildModel({ ...shape, ...own, inputShape })),
    );
  });
});

describe('a model of frames', () => {
  const small = { filters: 4, dilations: [1] };
  const shape = { inputShape: [12, 2] as [number, number], classes: 3, seed: 5 };

  it('is buildFrameModel’s', () => {
    expect(of({ kind: 'frames' }, extractor)).toEqual(layersOf(buildFrameModel(shape)));
  });

  it.each([
    { filters: 8 },
    { kernelSize: 5 },
    { dilations: [2, 3] },
    { squeeze: 0.5 },
    { dropout: 0.4 },
    { headDropout: 0.2 },
    { batchNormMomentum: 0.5 },
  ])('takes %o', (own) => {
    const built = of({ kind: 'frames', ...small, ...own }, extractor);
    expect(built).toEqual(layersOf(buildFrameModel({ ...shape, ...small, ...own })));
    expect(built).not.toEqual(of({ kind: 'frames', ...small }, extractor));
  });

  it('takes what pooling by covariances takes', () => {
    const pooled = { ...small, pooling: 'covariance' as const };
    const built = of({ kind: 'frames', ...pooled }, extractor);
    expect(built).toEqual(layersOf(buildFrameModel({ ...shape, ...pooled })));
    for (const own of [{ pooledChannels: 3 }, { lags: [2] }]) {
      const other = of({ kind: 'frames', ...pooled, ...own }, extractor);
      expect(other).toEqual(layersOf(buildFrameModel({ ...shape, ...pooled, ...own })));
      expect(other).not.toEqual(built);
    }
  });

  it('refuses features that are no sequences', () => {
    expect(() => of({ kind: 'frames' })).toThrow('mine: `model.kind` must be cnn for features');
  });
});

it('builds no discriminant analysis, which is fitted', () => {
  const call = () =>
    buildModelOf({ name: 'mine', model: { kind: 'lda' } }, presets.summary162, {
      classes: 3,
      seed: 5,
    });
  expect(call).toThrow(
    'mine: `model.kind` must be cnn or frames to be built before it is fitted, got lda',
  );
});

it('builds no model that its classes make too large', () => {
  // 4 · 256 · 257 / 2 + 256 pooled values have four weights each, and one for each class. A class
  // has a bias, the first convolution 11 weights, and that of the pooled channels 512.
  const model = { kind: 'frames', filters: 1, dilations: [], pooling: 'covariance' } as const;
  const call = (classes: number) =>
    buildModelOf({ name: 'mine', model: { ...model, pooledChannels: 256 } }, extractor, {
      classes,
      seed: 5,
    });
  const small = call(8);
  expect(small.countParams()).toBeLessThan(50_000_000);
  small.dispose();
  expect(() => call(1000)).toThrow(
    'mine: `model` must have at most 50000000 weights, got 132368883 with 1000 classes',
  );
});
