import type { Row } from '@ser/eval';
import type { Table } from '@ser/experiment';
import type { Classifier } from '@ser/model';
import { expect, it } from 'vitest';
import { familiarExamples } from './familiar-examples.ts';

const row = (speaker: string, clip: string, variant = 'original'): Row => ({
  ...{ clip: `${speaker}${clip}`, label: 'calm', speaker, variant },
});
/** Voice a stands at 2, b at 4; on the telephone at 10 and 30. */
const ROWS: [Row, number][] = [
  [row('a', '1'), 1],
  [row('b', '1'), 4],
  [row('a', '2'), 3],
  [row('a', '1', 'telephone'), 10],
  [row('b', '1', 'telephone'), 30],
  [row('a', '1', 'speed-15/16'), 99],
  [row('c', '1'), 77],
];
const table = {
  labels: ['calm'],
  names: ['f'],
  shape: [1],
  rows: ROWS.map(([each]) => each),
  x: Float32Array.from(ROWS, ([, value]) => value),
} as unknown as Table;
const classifier = {
  scaler: { transform: (x: Float32Array) => x.map((value) => 2 * value) },
} as unknown as Classifier;
const seen = (isAdapted: boolean) => {
  const examples = familiarExamples(table, [0, 1, 2, 3, 4, 5], classifier, isAdapted);
  return [...examples].map(([name, own]) => [name, own.map(([value]) => value)]);
};

it('is what the model saw of the training rows, in the conditions that count', () => {
  expect(seen(false)).toEqual([
    ['original', [2, 6, 8]],
    ['white-noise', []],
    ['white-noise-low', []],
    ['red-noise-low', []],
    ['telephone', [20, 60]],
    ['middle', []],
  ]);
});

it('is of voices that were brought to the average voice, which stands at 3', () => {
  const [original, , , , telephone] = seen(true);
  expect(original).toEqual(['original', [4, 8, 6]]);
  expect(telephone).toEqual(['telephone', [6, 6]]);
});
