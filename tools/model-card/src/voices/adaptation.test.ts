import type { Row } from '@ser/eval';
import type { Table } from '@ser/experiment';
import { expect, it } from 'vitest';
import { adaptation } from './adaptation.ts';

const row = (speaker: string, clip: string, variant = 'original'): Row => ({
  ...{ clip: `${speaker}${clip}`, label: 'calm', speaker, variant },
});
/** Voices a and b train, at 3 in the mean, and at 30 when fast; c is heard. One feature. */
const ROWS: [Row, number][] = [
  [row('a', '1'), 2],
  [row('b', '1'), 4],
  [row('a', '1', 'fast'), 20],
  [row('b', '1', 'fast'), 40],
  [row('c', '1'), 10],
  [row('c', '1', 'fast'), 100],
  [row('c', '2'), 6],
  [row('c', '2', 'fast'), 60],
  [row('c', '3'), 8],
  [row('c', '3', 'fast'), 80],
];
const table = {
  labels: ['calm'],
  names: ['f'],
  shape: [1],
  rows: ROWS.map(([each]) => each),
  x: Float32Array.from(ROWS, ([, value]) => value),
} as unknown as Table;
const { versionsOf } = adaptation(table, [0, 1, 2, 3], ['fast']);
const values = (heard: number[]) => versionsOf(4, heard).map(([value]) => value);
// Features are float32.
const ROUNDING = { rtol: 1e-6, atol: 0 };

it('goes n / (n + 2) of the way to the mean of what was heard, in each version', () => {
  // 7 and 70 are heard: half of 4 and of 40 go off, and what fast is more than plain, 27.
  expect(values([6, 8])).toBeAllclose([10 - 2, 100 - 20 - 27], ROUNDING);
  expect(values([6])).toBeAllclose([10 - 1, 100 - 10 - 27], ROUNDING);
});

it('does not hear the clip that is tested, nor another voice', () => {
  expect(values([4, 6, 8, 0])).toEqual(values([6, 8]));
});

it('takes an unheard voice for the average one', () => {
  expect(values([])).toBeAllclose([10, 100 - 27], ROUNDING);
});
