import type { LayersModel, layers as tfLayers } from '@tensorflow/tfjs-layers';
import { ModelError } from '../model-error.ts';
import { deriveSeed } from '../random/derive-seed.ts';
import { recurrentDropouts } from './recurrent-dropout.ts';

const SEEDED = new Set(['Dropout', 'SpatialDropout1D']);
const UNSEEDED = new Set(['AlphaDropout', 'GaussianDropout', 'GaussianNoise']);

/** The field of tfjs' dropout layers that feeds their generator at each call. */
interface Seeded {
  seed: number | undefined;
}

/** Gives all dropout in a model the seed of the coming step; see {@link seededDropout}. */
export interface SeededDropout {
  setStep(step: number): void;
  /** Puts back the seeds that the layers were made with. */
  restore(): void;
}

/**
 * Makes dropout follow the run's seed: each step gets seeds of its own. A tfjs dropout layer
 * without a seed draws from `Math.random`, so that no run can be repeated. One with a seed makes
 * the same mask at every step.
 *
 * @throws {ModelError} `bad-argument` when the model has noise that cannot be seeded.
 */
export function seededDropout(model: LayersModel, seed: number): SeededDropout {
  const layers = nestedLayers(model.layers);
  const unseeded = layers.find((layer) => UNSEEDED.has(layer.getClassName()));
  if (unseeded) {
    throw new ModelError(
      'bad-argument',
      `fit: the layer ${unseeded.name} (${unseeded.getClassName()}) draws from Math.random ` +
        'and cannot be seeded; use dropout',
    );
  }
  const seeded = layers
    .filter((layer) => SEEDED.has(layer.getClassName()))
    .map((layer) => layer as unknown as Seeded);
  const originals = seeded.map((layer) => layer.seed);
  const recurrent = layers.flatMap(recurrentDropouts);
  return {
    setStep(step) {
      seeded.forEach((layer, i) => {
        layer.seed = deriveSeed(seed, step, i);
      });
      recurrent.forEach((dropout, i) => {
        dropout.setSeed((mask) => deriveSeed(seed, step, seeded.length + i, mask));
      });
    },
    restore() {
      seeded.forEach((layer, i) => {
        layer.seed = originals[i];
      });
      for (const dropout of recurrent) dropout.restore();
    },
  };
}

/** Layers with those inside nested models and wrappers. */
function nestedLayers(layers: tfLayers.Layer[]): tfLayers.Layer[] {
  return layers.flatMap((layer) => {
    const {
      layers: inner = [],
      layer: wrapped,
      forwardLayer,
      backwardLayer,
    } = layer as unknown as {
      layers?: tfLayers.Layer[];
      layer?: tfLayers.Layer;
      /** A bidirectional wrapper runs these, which it makes of its `layer`. */
      forwardLayer?: tfLayers.Layer;
      backwardLayer?: tfLayers.Layer;
    };
    const all = [wrapped, forwardLayer, backwardLayer, ...inner].filter(
      (each) => each !== undefined,
    );
    return [layer, ...nestedLayers(all)];
  });
}
