import type { WasmBackend } from '../native/wasm-backend.ts';

/** Bytes before and behind every block that nobody may change. */
const GUARD_BYTES = 64;
const GUARD = 0xa5;
/** Bytes of a block that nobody has written: as floats NaN, as int32 −1. */
const UNWRITTEN = 0xff;

/** What is allocated in a backend's memory, since this was first asked for. */
export interface GuardedHeap {
  /** Bytes of each block, by its address. */
  readonly blocks: ReadonlyMap<number, number>;
  /** Blocks beside which somebody has written. Freed ones stay here. */
  damaged(): string[];
}

const heaps = new WeakMap<object, GuardedHeap>();

/** Has every block of a backend's memory begin as NaN, between guards. */
export function guardedHeap(backend: object): GuardedHeap {
  const known = heaps.get(backend);
  if (known) return known;
  const { wasm } = backend as WasmBackend;
  // Emscripten's functions replace themselves when they are called first.
  wasm._free(wasm._malloc(1));
  const { _malloc, _free } = wasm;
  const bytesAt = (address: number, length: number): Uint8Array => {
    const memory = (wasm.asm?.memory ?? wasm.wasmMemory) as WebAssembly.Memory;
    return new Uint8Array(memory.buffer, address, length);
  };
  const blocks = new Map<number, number>();
  const damage: string[] = [];
  const inspect = (address: number, bytes: number): string[] => {
    const isWhole = [address - GUARD_BYTES, address + bytes].every((guard) =>
      bytesAt(guard, GUARD_BYTES).every((byte) => byte === GUARD),
    );
    return isWhole ? [] : [`a block of ${bytes} bytes`];
  };
  wasm._malloc = (bytes) => {
    const begin = _malloc(bytes + 2 * GUARD_BYTES) >>> 0;
    if (begin === 0) return 0;
    const address = begin + GUARD_BYTES;
    bytesAt(begin, bytes + 2 * GUARD_BYTES).fill(GUARD);
    bytesAt(address, bytes).fill(UNWRITTEN);
    blocks.set(address, bytes);
    return address;
  };
  wasm._free = (address) => {
    const bytes = blocks.get(address);
    if (bytes === undefined) return _free(address);
    damage.push(...inspect(address, bytes));
    blocks.delete(address);
    _free(address - GUARD_BYTES);
  };
  const heap: GuardedHeap = {
    blocks,
    damaged: () => [...damage, ...[...blocks].flatMap((block) => inspect(...block))],
  };
  heaps.set(backend, heap);
  return heap;
}
