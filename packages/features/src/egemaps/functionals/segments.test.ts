import { expect, test } from 'vitest';
import { segmentsOf } from './segments.ts';

/** Runs of unvoiced and voiced frames in turn. */
const runs = (...lengths: number[]): boolean[] =>
  lengths.flatMap((length, i) => new Array<boolean>(length).fill(i % 2 === 1));

// As in openSMILE's output of clips with such runs.
test.each([
  [
    [102, 13, 1, 11, 9, 13, 5, 66, 104],
    [24, 12, 65],
    [101, 8, 4, 103],
  ],
  [
    [105, 43, 15, 12, 10, 37, 2, 7, 5, 22, 96],
    [42, 11, 36, 6, 21],
    [104, 14, 9, 4, 95],
  ],
  // A voiced frame alone is part of what is unvoiced, and just before a segment it begins it too.
  [[5, 1, 5], [], [10]],
  [[5, 1, 1, 47, 3], [48], [6, 2]],
  [
    [12, 6, 1, 1, 2, 7, 9],
    [7, 6],
    [11, 3, 8],
  ],
  [[0, 4], [3], []],
  [[2, 2, 3], [], [2]],
])('%j', (lengths, voiced, unvoiced) => {
  expect(segmentsOf(runs(...lengths))).toEqual({ voiced, unvoiced });
});

test('no frames have no segments', () => {
  expect(segmentsOf([])).toEqual({ voiced: [], unvoiced: [] });
});
