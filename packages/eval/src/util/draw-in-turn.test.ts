import { expect, it } from 'vitest';
import { drawInTurn } from './draw-in-turn.ts';
import { createRandom } from './random.ts';

const draw = (speakers: string[], groups: string[][], seed = 0): string[] =>
  drawInTurn(speakers, groups, createRandom('test', seed));

it('takes from three groups in turn', () => {
  const kinds = draw(
    ['a1', 'a2', 'b1', 'b2', 'c1', 'c2'],
    [
      ['a1', 'a2'],
      ['b1', 'b2'],
      ['c1', 'c2'],
    ],
  )
    .map(([kind]) => kind)
    .join('');
  expect(kinds.slice(0, 3)).toBe(kinds.slice(3));
  expect(new Set(kinds).size).toBe(3);
});

it('goes on with the groups that last longer', () => {
  const order = draw(['a', 'b', 'c', 'd'], [['a'], ['b', 'c', 'd']]);
  expect(order.slice(0, 2)).toContain('a');
  expect([...order].sort()).toEqual(['a', 'b', 'c', 'd']);
});

it('draws a speaker of two groups once', () => {
  for (let seed = 0; seed < 10; seed++) {
    const order = draw(
      ['a', 'b', 'c'],
      [
        ['a', 'b'],
        ['b', 'c'],
      ],
      seed,
    );
    expect([...order].sort()).toEqual(['a', 'b', 'c']);
  }
});

it('leaves out speakers of no group, and those that are not there', () => {
  expect(draw(['a', 'b'], [['a', 'x']])).toEqual(['a']);
});

it('starts with either group', () => {
  const seeds = Array.from({ length: 20 }, (_, seed) => seed);
  const first = seeds.map((seed) => draw(['a', 'b'], [['a'], ['b']], seed)[0]);
  expect(new Set(first)).toEqual(new Set(['a', 'b']));
});

it('draws no speaker from none', () => {
  expect(draw([], [])).toEqual([]);
});
