import { expect, test } from 'vitest';
import { guardedHeap } from './guarded-heap.ts';

/** A memory whose blocks follow each other and are never used again. */
function setUp() {
  const memory = new WebAssembly.Memory({ initial: 1 });
  let end = 64;
  const wasm = {
    asm: { memory },
    _malloc: (bytes: number) => {
      const address = end;
      end += Math.ceil(bytes / 16) * 16;
      return address;
    },
    _free: () => {},
  };
  const heap = guardedHeap({ wasm });
  return { heap, wasm, bytes: new Uint8Array(memory.buffer) };
}

test('a block begins as NaN, and is known until it is freed', () => {
  const { heap, wasm, bytes } = setUp();
  const address = wasm._malloc(8);
  expect(new Float32Array(bytes.buffer, address, 2)).toEqual(
    Float32Array.of(Number.NaN, Number.NaN),
  );
  expect([...heap.blocks]).toEqual([[address, 8]]);
  bytes.fill(1, address, address + 8);
  (wasm._free as (address: number) => void)(address);
  expect(heap.blocks.size).toBe(0);
  expect(heap.damaged()).toEqual([]);
});

test.each([-1, 8])('a byte that is written at %i of a block of eight is noticed', (place) => {
  const { heap, wasm, bytes } = setUp();
  const address = wasm._malloc(8);
  bytes[address + place] = 1;
  expect(heap.damaged()).toEqual(['a block of 8 bytes']);
  (wasm._free as (address: number) => void)(address);
  expect(heap.damaged()).toEqual(['a block of 8 bytes']);
});
