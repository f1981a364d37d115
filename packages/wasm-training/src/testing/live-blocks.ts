import type { WasmBackend } from '../native/wasm-backend.ts';

const blocks = new WeakMap<object, Set<number>>();

/** The addresses of what is allocated in a backend's memory, since this was first asked for it. */
export function liveBlocks(backend: object): ReadonlySet<number> {
  const known = blocks.get(backend);
  if (known) return known;
  const live = new Set<number>();
  blocks.set(backend, live);
  const { wasm } = backend as WasmBackend;
  // Emscripten's functions replace themselves when they are called first.
  wasm._free(wasm._malloc(1));
  const { _malloc, _free } = wasm;
  wasm._malloc = (bytes) => {
    const address = _malloc(bytes);
    if (address !== 0) live.add(address);
    return address;
  };
  wasm._free = (address) => {
    live.delete(address);
    _free(address);
  };
  return live;
}
