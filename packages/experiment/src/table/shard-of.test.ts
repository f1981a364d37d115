import { expect, it } from 'vitest';
import { shardOf } from './shard-of.ts';

// By another program, in Python.
it.each([
  ['', 2872998923, 3, 11],
  ['a', 444641715, 3, 19],
  ['Actor_01/03-01-01-01-01-01-01.wav', 1410526191, 3, 15],
  ['wav/ü.wav', 1761986692, 0, 4],
  ['日本/😀.wav', 142521151, 3, 31],
])('of %s is what it always was', (path, whole, ofFour, of32) => {
  expect([2 ** 32, 4, 32].map((shards) => shardOf(path, shards))).toEqual([whole, ofFour, of32]);
});

it('spreads clips evenly', () => {
  for (const shards of [2, 4, 7, 32]) {
    const counts = new Array(shards).fill(0);
    for (let actor = 1; actor <= 24; actor++) {
      for (let take = 0; take < 60; take++) {
        const two = (value: number) => String(value).padStart(2, '0');
        const name = `03-01-${two(1 + (take % 8))}-01-01-${two(1 + (take >> 3))}-${two(actor)}.wav`;
        counts[shardOf(`Actor_${two(actor)}/${name}`, shards)]++;
      }
    }
    const expected = 1440 / shards;
    // Five deviations of a fair draw.
    const most = 5 * Math.sqrt(expected);
    for (const count of counts) expect(Math.abs(count - expected)).toBeLessThan(most);
  }
});

it('is one for the two ways to write a name', () => {
  expect(shardOf('u\u0308.wav', 1000)).toBe(shardOf('\u00fc.wav', 1000));
});

it('is 0 of one shard', () => {
  expect(shardOf('any', 1)).toBe(0);
});

it.each([0, -1, 1.5, Number.NaN, 2 ** 32 + 1, '4'])('refuses %s shards', (shards) => {
  expect(() => shardOf('a', shards as number)).toThrow(
    `shardOf: \`shards\` must be a whole number from 1 to 2^32, got ${shards}`,
  );
});

it('refuses a path that is none', () => {
  expect(() => shardOf(undefined as never, 2)).toThrow('`path` must be text, got undefined');
});
