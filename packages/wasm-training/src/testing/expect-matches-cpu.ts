import type * as tf from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import { gradientsOn } from './gradients-on.ts';
import type { Values } from './values.ts';

/** A difference of two backends, relative to 1 + |expected|. */
export const within = (tolerance: number): { rtol: number; atol: number } => ({
  rtol: tolerance,
  atol: tolerance,
});

/**
 * How far two backends may differ. Both sum in float32 but in different orders, so that a sum of n
 * terms in [-1, 1] differs by about n·6e-8. This covers the few thousand terms of the tests.
 */
export const SUMS: { rtol: number; atol: number } = within(2e-4);

/** Checks output and gradients on wasm against those on cpu. */
export async function expectMatchesCpu(
  f: (...inputs: tf.Tensor[]) => tf.Tensor,
  inputs: Values[],
  tolerance: { rtol: number; atol: number } = SUMS,
): Promise<void> {
  const wasm = await gradientsOn('wasm', f, inputs);
  const cpu = await gradientsOn('cpu', f, inputs);
  expect(wasm.output.shape).toEqual(cpu.output.shape);
  expect(wasm.output.data).toBeAllclose(cpu.output.data, tolerance);
  expect(wasm.gradients).toBeAllclose(cpu.gradients, tolerance);
}
