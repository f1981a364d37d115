import { deriveSeed } from '@ser/model';
import { expect, it } from 'vitest';
import { clipSeed } from './clip-seed.ts';

// The noise in the embedded table of RAVDESS was drawn with these seeds.
it.each([
  ['03-01-01-01-01-01-01', 3011369985],
  ['03-01-06-02-02-01-24', 554507849],
  ['03-02-05-02-01-02-13', 855577944],
])('is that of the embedded table for %s', (id, pinned) => {
  expect(clipSeed(id)).toBe(pinned);
  expect(clipSeed(id)).toBe(deriveSeed(0, ...id.split('-').map(Number)));
});

it('is a whole number of 32 bits', () => {
  for (const id of ['', 'a', 'Ünï/code 7', '9'.repeat(40)]) {
    const seed = clipSeed(id);
    expect(seed).toBe(seed >>> 0);
  }
});

it('tells ids apart', () => {
  const ids = ['a', 'b', 'ab', 'ba', 'a-b', 'b-a', '1-2', '2-1', '01', '1-'];
  expect(new Set(ids.map(clipSeed)).size).toBe(ids.length);
});
