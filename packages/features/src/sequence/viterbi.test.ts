import { seeded } from '@ser/testing';
import { describe, expect, test } from 'vitest';
import { pyinGolden } from '../testing/pyin-case.ts';
import type { Matrix } from '../util/matrix.ts';
import { viterbi } from './viterbi.ts';

/** Random numbers, eighths so that paths tie, as tools/parity/pyin_goldens.py has them. */
function eighths(rows: number, columns: number, seed: number): Matrix {
  const random = seeded(seed);
  const data = Float32Array.from({ length: rows * columns }, () => Math.floor(8 * random()) / 8);
  return { data, shape: [rows, columns] };
}

/** Rows that sum to 1, and are not all alike. */
function transitions(states: number): Matrix {
  const data = new Float32Array(states * states);
  for (let k = 0; k < states; k++) {
    data[k * states + k] = 0.5;
    data[k * states + ((k + 1) % states)] += 0.25;
    data[k * states + ((k + 3) % states)] += 0.25;
  }
  return { data, shape: [states, states] };
}

describe('librosa: sequence.viterbi', () => {
  test.each(pyinGolden().paths)('$states states, seed $seed, first $pInit', (expected) => {
    const { states, frames, seed, pInit } = expected;
    const path = viterbi(eighths(states, frames, seed), transitions(states), {
      pInit: pInit ?? undefined,
      returnLogp: true,
    });
    expect([...path.states]).toEqual(expected.path);
    expect(path.logp).toBeAllclose(expected.logp, { rtol: 1e-12, atol: 0 });
  });
});

const prob: Matrix = { data: Float32Array.of(0.5, 0.4, 0.1, 0.1, 0.3, 0.6), shape: [2, 3] };
const transition: Matrix = { data: Float32Array.of(0.7, 0.3, 0.4, 0.6), shape: [2, 2] };

test('the example of the healthy and the ill', () => {
  const pInit = [0.6, 0.4];
  const { states, logp } = viterbi(prob, transition, { pInit, returnLogp: true });
  expect([...states]).toEqual([0, 0, 1]);
  // Of probabilities that are float32.
  expect(logp).toBeAllclose(-4.19173690823075, { rtol: 1e-7, atol: 0 });
});

test('states are equally probable at first by default, and the path alone is returned', () => {
  const explicit = { pInit: [0.5, 0.5], returnLogp: false as const };
  expect(viterbi(prob, transition)).toEqual(viterbi(prob, transition, explicit));
});

const wrong = (values: number[], shape: [number, number]): Matrix => ({
  data: Float32Array.from(values),
  shape,
});

test.each<[string, () => unknown]>([
  [
    'sequence.viterbi: `prob` must be probabilities in [0, 1], got 2',
    () => viterbi(wrong([2, 0], [2, 1]), transition),
  ],
  [
    'sequence.viterbi: `transition` must be probabilities in [0, 1], got -1',
    () => viterbi(prob, wrong([2 - 1, 0, -1, 1], [2, 2])),
  ],
  [
    'sequence.viterbi: `transition` must be of shape [2,2], got [1,1]',
    () => viterbi(prob, wrong([1], [1, 1])),
  ],
  [
    'sequence.viterbi: `transition` must be such that row 1 sums to 1, got 0.5',
    () => viterbi(prob, wrong([1, 0, 0, 0.5], [2, 2])),
  ],
  ['sequence.viterbi: `pInit` must be 2 numbers', () => viterbi(prob, transition, { pInit: [1] })],
  [
    'sequence.viterbi: `pInit` must be probabilities that sum to 1, got 0.5',
    () => viterbi(prob, transition, { pInit: [0.25, 0.25] }),
  ],
  [
    'sequence.viterbi: `returnLogp` must be true or false',
    () => viterbi(prob, transition, { returnLogp: 1 as never } as never),
  ],
])('%s', (text, call) => expect(call).toThrow(text));
