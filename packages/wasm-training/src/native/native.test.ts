import { expect, test } from 'vitest';
import { MAX_PAGES } from '../threads/grow-memory.ts';
import { nativeOf } from './native.ts';

test('scratch that does not fit into the memory is an error', () => {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: MAX_PAGES });
  const native = nativeOf({ wasm: { asm: { memory }, _malloc: () => 0, _free: () => {} } });
  expect(() => native.withScratch(64, () => 0)).toThrow(
    expect.objectContaining({ name: 'WasmTrainingError', code: 'out-of-memory' }),
  );
});

test('a backend without a memory is none that is supported', () => {
  expect(() => nativeOf({})).toThrow(expect.objectContaining({ code: 'missing-backend' }));
});
