import '@tensorflow/tfjs-backend-wasm';
import { type Callback, fit } from '@ser/model';
import { enableWasmTraining } from '@ser/wasm-training';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Sides } from './work.ts';

export interface Trained {
  build(): LayersModel;
  readonly shape: readonly [number, number];
  readonly batchSize: number;
}

const CLASSES = 8;
/** The first batch of a `fit` also makes what all others use again. */
const WARM_UPS = 1;

/** A batch of `fit`, with the turn that it gives to timers. */
export async function stepOfFit(
  { build, shape, batchSize }: Trained,
  threads: number,
): Promise<Pick<Sides, 'ours' | 'dispose'>> {
  tf.enableProdMode();
  await tf.setBackend('wasm');
  const disable = enableWasmTraining(tf, { threads });
  const model = build();
  let milliseconds = 100;
  return {
    async ours(budget) {
      const batches = WARM_UPS + 1 + Math.max(1, Math.floor(budget / milliseconds));
      const y = Array.from({ length: batches * batchSize }, (_, i) => i % CLASSES);
      const x = Float32Array.from({ length: y.length * shape[0] * shape[1] }, (_, i) =>
        Math.sin(i * 1.7),
      );
      const ends: number[] = [];
      const watch: Callback = {
        name: 'watch',
        onBatchEnd: () => void ends.push(performance.now()),
      };
      await fit(model, { x, y }, { epochs: 1, batchSize, callbacks: [watch] });
      const gaps = ends.slice(1).map((end, i) => end - ends[i]);
      milliseconds = Math.min(...gaps.slice(WARM_UPS));
      return milliseconds;
    },
    dispose() {
      model.dispose();
      disable();
    },
  };
}
