import { expect, it } from 'vitest';
import { checkEqual } from './check-equal.ts';

const said = (clip: string, ...scores: number[]) => ({ clip, scores });

it('takes scores that are equal but for rounding, in any order of the clips', () => {
  const expected = [said('b', 0.3, 0.7), said('a', 0.5, 0.5)];
  expect(() => checkEqual('x', [said('a', 0.50009, 0.49991)], expected)).not.toThrow();
});

it.each([
  ['other scores', said('a', 0.5002, 0.4998), 'got 0.5002 and 0.5 for a'],
  ['a score that is none', said('a', Number.NaN, 0.5), 'got NaN and 0.5 for a'],
  ['a clip that the other does not have', said('c', 0.5, 0.5), 'got 0.5 and undefined for c'],
])('refuses %s', (_, found, message) => {
  expect(() => checkEqual('x and y', [found], [said('a', 0.5, 0.5)])).toThrow(
    expect.objectContaining({ code: 'other-scores', message: expect.stringContaining(message) }),
  );
});
