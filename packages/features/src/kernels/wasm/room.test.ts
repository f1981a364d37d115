import { expect, test } from 'vitest';
import { Room } from './room.ts';

test('addresses follow each other in whole vectors of 16 bytes', () => {
  const room = new Room();
  expect([1, 16, 17, 0, 8].map((bytes) => room.reserve(bytes))).toEqual([0, 16, 32, 64, 64]);
  expect(room.bytes).toBe(80);
});
