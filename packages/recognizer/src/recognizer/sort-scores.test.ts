import { expect, it } from 'vitest';
import { sortScores } from './sort-scores.ts';

const LABELS = ['a', 'b', 'c'];

it('sorts, the highest first', () => {
  const scores = sortScores(LABELS, { a: 0.25, b: 0.625, c: 0.125 }, 1);
  expect(scores).toEqual([
    { label: 'b', score: 0.625 },
    { label: 'a', score: 0.25 },
    { label: 'c', score: 0.125 },
  ]);
});

it('leaves equal scores in the order of the labels', () => {
  const order = sortScores(['z', 'a', 'm', 'b'], { b: 0.25, a: 0.25, m: 0.25, z: 0.25 }, 1);
  expect(order.map(({ label }) => label)).toEqual(['z', 'a', 'm', 'b']);
});

it('makes them add up to 1 once more', () => {
  const scores = sortScores(LABELS, { a: 0.2, b: 0.2, c: 0.1 }, 1).map(({ score }) => score);
  // A sum of three doubles is rounded twice.
  expect(scores).toBeAllclose([0.4, 0.4, 0.2], { rtol: 1e-15, atol: 0 });
});

it.each([0.5, 2])('is the softmax of the logits over a temperature of %f', (temperature) => {
  const logits = [1, -0.5, 0.25];
  const softmax = (values: number[]) => {
    const powers = values.map(Math.exp);
    return powers.map((power) => power / powers.reduce((sum, each) => sum + each));
  };
  const [a, b, c] = softmax(logits);
  const expected = softmax(logits.map((logit) => logit / temperature));
  const sorted = sortScores(LABELS, { a, b, c }, temperature);
  const found = LABELS.map((label) => sorted.find((each) => each.label === label)?.score ?? -1);
  // Doubles through an exponential and a power.
  expect(found).toBeAllclose(expected, { rtol: 1e-14, atol: 0 });
});

it('keeps a score of 0', () => {
  expect(sortScores(LABELS, { a: 0, b: 1, c: 0 }, 3)[2]).toEqual({ label: 'c', score: 0 });
});

it('knows labels that every object has', () => {
  const scores = Object.fromEntries([
    ['__proto__', 0.75],
    ['constructor', 0.25],
  ]);
  const sorted = sortScores(['constructor', '__proto__'], scores, 1);
  expect(sorted.map(({ score }) => score)).toEqual([0.75, 0.25]);
});
