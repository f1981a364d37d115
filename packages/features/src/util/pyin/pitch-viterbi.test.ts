import { seeded } from '@ser/testing';
import { expect, test } from 'vitest';
import { lnProbability } from '../ln-probability.ts';
import { pitchTransitions, type Transitions } from './pitch-transitions.ts';
import { pitchViterbi } from './pitch-viterbi.ts';

interface Frame {
  readonly bins: readonly number[];
  readonly probabilities: readonly number[];
  readonly unvoiced: number;
}

/** Random pitches; now and then a frame that is surely voiced, or in which nothing is. */
function randomFrames(bins: number, count: number, seed: number): Frame[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    const kind = random();
    const found = Array.from({ length: bins }, (_, bin) => bin).filter(() => random() < 3 / bins);
    if (kind < 0.2 || found.length === 0) {
      return { bins: [], probabilities: [], unvoiced: 1 / bins };
    }
    // Of eighths, so that many paths tie.
    const parts = found.map(() => (1 + Math.floor(8 * random())) / 8);
    const sum = parts.reduce((a, b) => a + b);
    const voiced = kind < 0.5 ? 1 : random();
    const probabilities = parts.map((part) => (voiced * part) / sum);
    return { bins: found, probabilities, unvoiced: (1 - voiced) / bins };
  });
}

/** Viterbi's algorithm over all pairs of states; the first of those that tie. */
function everyPair(bins: number, width: number, switchProb: number, frames: Frame[]): number[] {
  const { reach, rows, same, cross } = pitchTransitions(bins, width, switchProb);
  const cell = ({ table }: Transitions, from: number, to: number): number =>
    Math.abs(to - from) > reach
      ? lnProbability(0)
      : table[rows[from] * (2 * reach + 1) + to - from + reach];
  const transition = (from: number, to: number): number =>
    cell(from < bins === to < bins ? same : cross, from % bins, to % bins);
  const states = Array.from({ length: 2 * bins }, (_, state) => state);
  const observe = ({ bins: found, probabilities, unvoiced }: Frame, state: number): number =>
    lnProbability(state >= bins ? unvoiced : (probabilities[found.indexOf(state)] ?? 0));
  const first = (values: number[]): number => values.indexOf(Math.max(...values));

  let values = states.map((state) => lnProbability(1 / (2 * bins)) + observe(frames[0], state));
  const pointers = frames.slice(1).map((frame) => {
    const offers = states.map((to) => values.map((value, from) => value + transition(from, to)));
    const best = offers.map(first);
    values = states.map((to) => observe(frame, to) + offers[to][best[to]]);
    return best;
  });
  const path = [first(values)];
  for (const pointer of pointers.reverse()) path.unshift(pointer[path[0]]);
  return path;
}

test.each([
  [40, 11, 0.01],
  // An even triangle, among an even and an odd number of bins.
  [40, 12, 0.01],
  [41, 12, 0.01],
  // As wide as the range, and wider.
  [21, 21, 0.01],
  [20, 61, 0.01],
  // No step at all, and one bin alone.
  [30, 1, 0.01],
  [1, 5, 0.01],
  // Voicing that never changes, changes always, or as it likes.
  [40, 11, 0],
  [40, 11, 1],
  [40, 11, 0.5],
  [90, 31, 0.2],
])(
  '%i bins, steps of %i, switching %d: the path is that of all pairs',
  (bins, width, switching) => {
    for (const seed of [1, 2, 3, 4]) {
      const frames = randomFrames(bins, 40, 100 * seed + bins);
      const path = pitchViterbi(bins, frames.length, pitchTransitions(bins, width, switching));
      for (const { bins: found, probabilities, unvoiced } of frames) {
        path.step(Int32Array.from(found), Float64Array.from(probabilities), found.length, unvoiced);
      }
      expect([...path.states()]).toEqual(everyPair(bins, width, switching, frames));
    }
  },
);
