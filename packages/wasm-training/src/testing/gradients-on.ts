import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
// Registers the gradients of tfjs-core.
import '@tensorflow/tfjs-layers';
import { expect } from 'vitest';

/** Values of a tensor outside any backend. */
export interface Values {
  shape: number[];
  data: Float32Array;
}

/** Seeded values in [-1, 1): a linear congruential generator, enough to tell elements apart. */
export function values(shape: number[], seed: number): Values {
  const data = new Float32Array(shape.reduce((a, b) => a * b, 1));
  let state = (seed * 2654435761 + 12345) >>> 0;
  for (let i = 0; i < data.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    data[i] = state / 2 ** 31 - 1;
  }
  return { shape, data };
}

/** Runs `f` on a backend, checks that it ran there and that it kept no tensor and no memory. */
export async function onBackend<T>(backend: string, f: () => T): Promise<T> {
  await tf.setBackend(backend);
  expect(tf.getBackend()).toBe(backend);
  const held = () => [tf.memory().numTensors, tf.backend().numDataIds()];
  const before = held();
  const result = tf.tidy(f as () => tf.TensorContainer) as T;
  expect(held()).toEqual(before);
  return result;
}

/** The output of `f`, and the gradients of Σ dy·f for a seeded dy, on one backend. */
function gradientsOn(
  backend: string,
  f: (...inputs: tf.Tensor[]) => tf.Tensor,
  inputs: Values[],
): Promise<{ output: Values; gradients: Float32Array[] }> {
  return onBackend(backend, () => {
    const tensors = inputs.map(({ shape, data }) => tf.tensor(data, shape));
    const output = f(...tensors);
    const dy = values(output.shape, 99);
    const gradients = tf.grads(f)(tensors, tf.tensor(dy.data, dy.shape));
    return {
      output: { shape: output.shape, data: output.dataSync() as Float32Array },
      gradients: gradients.map((gradient) => gradient.dataSync() as Float32Array),
    };
  });
}

/**
 * Checks gradients against central differences along a random direction of each input, with
 * Σ dy·f computed by the backend's forward pass.
 *
 * @param step for functions that are linear in each input any step is exact up to rounding, which
 * is about 1e-7 of the sum; a step of 1 keeps that small
 */
export async function expectMatchesDifferences(
  backend: string,
  f: (...inputs: tf.Tensor[]) => tf.Tensor,
  inputs: Values[],
  { step = 1, tolerance = 1e-4 }: { step?: number; tolerance?: number } = {},
): Promise<void> {
  const { output, gradients } = await gradientsOn(backend, f, inputs);
  const dy = values(output.shape, 99).data;
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
    expect(Math.abs(dot(gradients[i], direction) - difference) / scale).toBeLessThan(tolerance);
  }
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}

/**
 * Checks that two backends agree. Both sum in float32 but in different orders, so that a sum of n
 * terms in [-1, 1] differs by about n·6e-8: `tolerance` covers the few thousand terms of the tests.
 */
export function expectClose(actual: Float32Array, expected: Float32Array, tolerance = 2e-4): void {
  expect(actual.length).toBe(expected.length);
  let worst = 0;
  for (let i = 0; i < actual.length; i++) {
    const error = Math.abs(actual[i] - expected[i]) / (1 + Math.abs(expected[i]));
    // NaN compares false; it must not pass.
    if (!(error <= worst)) worst = error;
  }
  expect(worst).toBeLessThan(tolerance);
}

/** Checks output and gradients on wasm against those on cpu. */
export async function expectMatchesCpu(
  f: (...inputs: tf.Tensor[]) => tf.Tensor,
  inputs: Values[],
  tolerance?: number,
): Promise<void> {
  const wasm = await gradientsOn('wasm', f, inputs);
  const cpu = await gradientsOn('cpu', f, inputs);
  expect(wasm.output.shape).toEqual(cpu.output.shape);
  expectClose(wasm.output.data, cpu.output.data, tolerance);
  for (const [i, gradient] of wasm.gradients.entries()) {
    expectClose(gradient, cpu.gradients[i], tolerance);
  }
}
