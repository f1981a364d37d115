import * as tf from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import { gradientsOn, outputGradient } from './gradients-on.ts';
import { onBackend } from './on-backend.ts';
import { type Values, values } from './values.ts';

/**
 * Checks gradients against central differences along a random direction of each input, with
 * Σ dy·f computed by the backend's forward pass.
 *
 * @param step Of functions that are linear in each input, any step is exact up to rounding, which
 *   is about 1e-7 of the sum. A step of 1 keeps that small.
 */
export async function expectMatchesDifferences(
  backend: string,
  f: (...inputs: tf.Tensor[]) => tf.Tensor,
  inputs: Values[],
  { step = 1, tolerance = 1e-4 }: { step?: number; tolerance?: number } = {},
): Promise<void> {
  const { output, gradients } = await gradientsOn(backend, f, inputs);
  const dy = outputGradient(output.shape).data;
  for (const [i, { shape, data }] of inputs.entries()) {
    const direction = values(shape, 7 + i).data;
    const along = (factor: number): Promise<number> =>
      onBackend(backend, () => {
        const moved = data.map((value, j) => value + factor * direction[j]);
        const tensors = inputs.map((input, j) =>
          tf.tensor(j === i ? moved : input.data, input.shape),
        );
        return dot(f(...tensors).dataSync() as Float32Array, dy);
      });
    const difference = ((await along(step)) - (await along(-step))) / (2 * step);
    const scale = 1 + Math.sqrt(dot(gradients[i], gradients[i]) * dot(direction, direction));
    expect(dot(gradients[i], direction)).toBeAllclose(difference, {
      rtol: 0,
      atol: tolerance * scale,
    });
  }
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}
