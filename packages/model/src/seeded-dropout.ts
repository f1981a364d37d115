import type { LayersModel } from '@tensorflow/tfjs-layers';
import { deriveSeed } from './derive-seed.ts';

/** The field of tfjs' dropout layers that feeds their generator at each call. */
interface Seeded {
  seed: number | undefined;
}

/** Gives every dropout layer of a model the seed of the coming step; see {@link seededDropout}. */
export interface SeededDropout {
  setStep(step: number): void;
  /** Puts back the seeds that the layers were made with. */
  restore(): void;
}

/**
 * Makes dropout follow the run's seed. A tfjs dropout layer either draws from `Math.random` (no seed: no run can be
 * repeated) or makes the same mask at every step (a seed), so each step gets seeds of its own.
 */
export function seededDropout(model: LayersModel, seed: number): SeededDropout {
  const layers = model.layers.filter((layer) => /Dropout$/.test(layer.getClassName()));
  const seeded = layers.map((layer) => layer as unknown as Seeded);
  const originals = seeded.map((layer) => layer.seed);
  return {
    setStep(step) {
      seeded.forEach((layer, i) => {
        layer.seed = deriveSeed(seed, step, i);
      });
    },
    restore() {
      seeded.forEach((layer, i) => {
        layer.seed = originals[i];
      });
    },
  };
}
