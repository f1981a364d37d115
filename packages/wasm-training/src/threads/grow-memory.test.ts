import { expect, test } from 'vitest';
import { growMemory, MAX_PAGES, makeSharedMemory } from './grow-memory.ts';

const PAGE = 65536;

test('the shared memory begins with a page and is shared', () => {
  const { buffer } = makeSharedMemory();
  expect(buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(buffer.byteLength).toBe(PAGE);
});

test.each([
  { bytes: 1, pages: 1 },
  { bytes: PAGE, pages: 1 },
  { bytes: PAGE + 1, pages: 2 },
  { bytes: 3 * PAGE, pages: 3 },
  { bytes: 3 * PAGE + 1, pages: 4 },
])('a memory for $bytes bytes has $pages pages', ({ bytes, pages }) => {
  const memory = makeSharedMemory();
  expect(growMemory(memory, bytes)).toBe(true);
  expect(memory.buffer.byteLength).toBe(pages * PAGE);
});

test('a memory never shrinks', () => {
  const memory = makeSharedMemory();
  growMemory(memory, 2 * PAGE);
  expect(growMemory(memory, 1)).toBe(true);
  expect(memory.buffer.byteLength).toBe(2 * PAGE);
});

test('more than 4 GB have no room', () => {
  expect(MAX_PAGES * PAGE).toBe(2 ** 32);
  expect(growMemory(makeSharedMemory(), 2 ** 32 + 1)).toBe(false);
});
