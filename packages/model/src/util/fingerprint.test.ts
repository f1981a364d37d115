import { expect, it } from 'vitest';
import { fingerprint } from './fingerprint.ts';

it('gives the numbers that every state so far was saved with', () => {
  const all = [fingerprint(), fingerprint([]), fingerprint([1, 2, 3], [4]), fingerprint([1.5, -2])];
  expect(all).toEqual([0, 2856213345, 3072186799, 977262405]);
});

it('reads a view of a part of memory', () => {
  const view = Float32Array.of(9, 1.5, -2, 9).subarray(1, 3);
  expect(fingerprint(view)).toBe(fingerprint([1.5, -2]));
});

it('changes with one bit, with the order and with the grouping, and with nothing else', () => {
  const a = Float32Array.of(1, 2, 3);
  expect(fingerprint(a, [4])).toBe(fingerprint([1, 2, 3], Float32Array.of(4)));
  const others = [
    fingerprint(a),
    fingerprint([4], a),
    fingerprint(a, [5]),
    fingerprint([1, 2], [3, 4]),
    fingerprint(Float32Array.of(1, 2, 3 + 2 ** -21), [4]),
  ];
  expect(new Set([fingerprint(a, [4]), ...others]).size).toBe(6);
});
