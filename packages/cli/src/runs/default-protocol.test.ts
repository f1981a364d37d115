import { expect, it } from 'vitest';
import { ravdess } from '../data-sets/ravdess.ts';
import { defaultProtocol } from './default-protocol.ts';

const speaker = (n: number) => String(n).padStart(2, '0');
const upTo = (n: number) => Array.from({ length: n }, (_, i) => speaker(i + 1));

it('holds speakers out where there are enough others', () => {
  expect(defaultProtocol(ravdess, upTo(24))).toBe('holdout');
  expect(defaultProtocol(ravdess, [...upTo(6), '21'])).toBe('holdout');
});

it('falls back to clips of the same speakers', () => {
  expect(defaultProtocol(ravdess, upTo(2))).toBe('clip');
  expect(defaultProtocol(ravdess, upTo(20))).toBe('clip');
  expect(defaultProtocol(ravdess, [...upTo(5), '21'])).toBe('clip');
  expect(defaultProtocol(ravdess, [...upTo(5), '21', '22', '23', '24'])).toBe('clip');
  expect(defaultProtocol(ravdess, ['21', '22', '23', '24'])).toBe('clip');
});
