import { expect, it } from 'vitest';
import { defaultProtocol } from './default-protocol.ts';

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

it('holds actors out where there are enough', () => {
  expect(defaultProtocol(upTo(24))).toBe('holdout');
  expect(defaultProtocol([1, 2, 3, 4, 5, 6, 21])).toBe('holdout');
});

it('falls back to clips of the same actors', () => {
  expect(defaultProtocol([1, 2])).toBe('clip');
  expect(defaultProtocol(upTo(20))).toBe('clip');
  expect(defaultProtocol([21, 22, 23, 24])).toBe('clip');
});
