import * as tf from '@tensorflow/tfjs-core';
import { expect, vi } from 'vitest';
import { within } from './expect-matches-cpu.ts';
import { type RecurrentCase, recurrentOn } from './recurrent-on.ts';
import { values } from './values.ts';

/** Both sum in float32, in different orders. */
const TOLERANCE = within(2e-5);

/**
 * Checks a layer's outputs, states and gradients on wasm against those on cpu.
 *
 * @returns How many recurrences ran in one kernel.
 */
export async function expectAsOnCpu(each: RecurrentCase): Promise<number> {
  const runKernel = vi.spyOn(tf.engine(), 'runKernel');
  const wasm = await recurrentOn('wasm', each);
  const fused = runKernel.mock.calls.filter(([name]) => name === 'SerRecurrence').length;
  runKernel.mockRestore();
  const cpu = await recurrentOn('cpu', each);
  expect(wasm.outputs.map(({ shape }) => shape)).toEqual(cpu.outputs.map(({ shape }) => shape));
  const [values, expected] = [wasm, cpu].map(({ outputs }) => outputs.map(({ data }) => data));
  expect(values).toBeAllclose(expected, TOLERANCE);
  expect(wasm.gradients).toBeAllclose(cpu.gradients, TOLERANCE);
  expect(wasm.states).toBeAllclose(cpu.states, TOLERANCE);
  return fused;
}

/** Masks that follow each other, the same in every run. */
export function seededDropout(): (x: tf.Tensor, rate: number) => tf.Tensor {
  let seed = 50;
  return ({ shape }, rate) => {
    const { data } = values(shape, seed++);
    const mask = data.map((value) => (value > rate - 0.5 ? 1 / (1 - rate) : 0));
    return tf.tensor(mask, shape);
  };
}
