import * as tf from '@tensorflow/tfjs-core';
import { layers } from '@tensorflow/tfjs-layers';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { expectMatchesDifferences } from '../testing/expect-matches-differences.ts';
import { onBackend } from '../testing/on-backend.ts';
import { values } from '../testing/values.ts';
import { CELLS, type CellKind } from './recurrence-attrs.ts';
import { runRecurrence } from './run-recurrence.ts';

beforeAll(() => {
  enableWasmTraining(tf);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const GATES: Record<CellKind, number> = { simple: 1, lstm: 4, gru: 3 };

/** A recurrence of all that has a gradient. */
function recurrenceOf(cell: CellKind): (...inputs: tf.Tensor[]) => tf.Tensor {
  const attrs = {
    cell,
    activation: 'tanh',
    recurrentActivation: 'sigmoid',
    goBackwards: false,
    returnSequences: true,
    returnCarry: cell === 'lstm',
  } as const;
  return (x, kernel, recurrent, bias, state, carry) =>
    runRecurrence(tf, { x, kernel, recurrent, bias, state, carry }, attrs);
}

const inputsOf = (cell: CellKind, steps: number) =>
  [
    [3, steps, 4],
    [4, 5 * GATES[cell]],
    [5, 5 * GATES[cell]],
    [5 * GATES[cell]],
    [3, 5],
    ...(cell === 'lstm' ? [[3, 5]] : []),
  ].map(values);

describe.each(CELLS)('%s', (cell) => {
  // tfjs' own steps have no gradient for a sequence of one frame.
  test.each([1, 4])('has the gradient that differences give, of %i frames', async (steps) => {
    await expectMatchesDifferences('wasm', recurrenceOf(cell), inputsOf(cell, steps), {
      step: 0.02,
      tolerance: 1e-3,
    });
  });

  test('computes the gradient of its input where someone asks for it', async () => {
    const names = (calls: unknown[][]): unknown[] => calls.map(([name]) => name);
    const runKernel = vi.spyOn(tf.engine(), 'runKernel');
    await onBackend('wasm', () => {
      const [x, ...weights] = inputsOf(cell, 3).map(({ data, shape }) => tf.tensor(data, shape));
      const f = recurrenceOf(cell);
      tf.grads((...weights) => f(x, ...weights))(weights);
      expect(names(runKernel.mock.calls)).not.toContain('SerRecurrenceInputGrad');
      tf.grad((x) => f(x, ...weights))(x);
      expect(names(runKernel.mock.calls)).toContain('SerRecurrenceInputGrad');
    });
  });

  test('keeps the gates of all steps only where a gradient may be asked for', async () => {
    const sizes = await onBackend('wasm', () => {
      const tensors = inputsOf(cell, 50).map(({ data, shape }) => tf.tensor(data, shape));
      const run = vi.spyOn(tf.engine(), 'runKernel');
      recurrenceOf(cell)(...tensors);
      tf.grad((x) => recurrenceOf(cell)(x, ...tensors.slice(1)))(tensors[0]);
      return run.mock.calls
        .filter(([name]) => name === 'SerRecurrence')
        .map(([, , attrs]) => (attrs as unknown as { keep: boolean }).keep);
    });
    expect(sizes).toEqual([false, true]);
  });
});

test("the gradient of a gradient is left to tfjs' own steps", async () => {
  const run = vi.spyOn(tf.engine(), 'runKernel');
  await onBackend('wasm', () => {
    const layer = layers.simpleRNN({ units: 3 });
    layer.build([2, 3, 2]);
    const f = (x: tf.Tensor): tf.Tensor => tf.sum(layer.call(x, {}) as tf.Tensor);
    const names = (): unknown[] => run.mock.calls.map(([name]) => name);
    tf.grad((x) => {
      tf.grad(f)(x);
      expect(names()).not.toContain('SerRecurrence');
      return f(x);
    })(tf.ones([2, 3, 2]));
    expect(names()).toContain('SerRecurrence');
    for (const weight of layer.weights) weight.dispose();
  });
});
