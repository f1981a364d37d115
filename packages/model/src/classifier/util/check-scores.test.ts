import { expect, it } from 'vitest';
import { checkScores } from './check-scores.ts';

const check = (scores: number[], classes: number) => () =>
  checkScores('f', Float32Array.from(scores), classes);

it.each([
  ['probabilities', [0.25, 0.75, 1, 0], 2],
  ['nearly probabilities', [0.5, 0.509], 2],
  ['a little too few', [0.5, 0.491], 2],
  ['a little below 0', [-0.009, 1.009], 2],
  ['one score', [0.3, 0.9], 1],
  ['none', [], 3],
])('takes %s', (_, scores, classes) => {
  expect(check(scores, classes)).not.toThrow();
});

it.each([
  ['a sum above 1', [0.5, 0.511], 2, 'got 0.500, 0.511 (sum 1.011)'],
  ['a sum below 1', [0.5, 0.489], 2, '(sum 0.989)'],
  ['a score below 0', [-0.011, 1.011], 2, '(sum 1.000)'],
  ['one score above 1', [1.011], 1, 'got 1.011 (sum 1.011); the model must end in a softmax'],
  ['a bad second row', [0.5, 0.5, 1, 1], 2, 'got 1.000, 1.000 (sum 2.000)'],
  ['many', [1, 1, 1, 1], 4, 'got 1.000, 1.000, 1.000, … (sum 4.000)'],
  ['NaN', [Number.NaN, 1], 2, 'must be finite'],
])('refuses %s', (_, scores, classes, text) => {
  expect(check(scores, classes)).toThrow(
    expect.objectContaining({ code: 'corrupt-model', message: expect.stringContaining(text) }),
  );
});
