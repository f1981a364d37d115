import { expect, test } from 'vitest';
import { MAX_PAGES } from '../threads/grow-memory.ts';
import { compile } from './compile.ts';

test.each([false, true])('the module takes a memory that is shared: %s', (shared) => {
  const memory = new WebAssembly.Memory({ initial: 256, maximum: MAX_PAGES, shared });
  const { exports } = new WebAssembly.Instance(compile({ shared }), { env: { memory } });
  const multiply = exports.multiplyTransposedB as (...numbers: number[]) => void;
  const heap = new Float32Array(memory.buffer);
  heap.set([1, 2, 3], 16);
  heap.set([4, 5, 6], 32);
  multiply(64, 128, 256, 1, 1, 3, 1024);
  expect(heap[64]).toBe(32);
});

test('the module is compiled once for a kind of memory', () => {
  const [alone, shared] = [compile({ shared: false }), compile({ shared: true })];
  expect(compile({ shared: false })).toBe(alone);
  expect(compile({ shared: true })).toBe(shared);
  expect(shared).not.toBe(alone);
});
