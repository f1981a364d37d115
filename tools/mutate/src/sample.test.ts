import { expect, test } from 'vitest';
import { sample } from './sample.ts';

const text = 'f(1);f(2);f(2);f(3);';
const texts = new Map([['a.ts', text]]);
const mutants = [2, 7, 12, 17].map((start) => ({
  file: 'a.ts',
  mutator: 'Number',
  start,
  end: start + 1,
  replacement: '9',
}));

test('a seed draws the same mutants whatever their order', () => {
  const drawn = sample(mutants, 3, 1, texts);
  expect(drawn).toHaveLength(3);
  expect(
    new Set(sample([...mutants].reverse(), 3, 1, texts).map(({ start }) => text[start])),
  ).toEqual(new Set(drawn.map(({ start }) => text[start])));
});

test('mutants with the same words are drawn one by one', () => {
  expect(new Set(sample(mutants, 4, 1, texts)).size).toBe(4);
});

test('another seed draws others', () => {
  const first = (seed: number) => sample(mutants, 1, seed, texts)[0].start;
  expect(new Set([1, 2, 3, 4, 5, 6, 7, 8].map(first)).size).toBeGreaterThan(1);
});

test('all of them where fewer are there', () => {
  expect(sample(mutants, 10, 1, texts)).toHaveLength(4);
});
