import { wasmBinary } from './wasm-binary.ts';

let module: WebAssembly.Module | null | undefined;

/** The compiled assembly/, or null where the platform refuses it: too old, or a page's policy. */
export function wasmModule(): WebAssembly.Module | null {
  if (module === undefined) {
    try {
      module = new WebAssembly.Module(decodeHex(wasmBinary));
    } catch {
      module = null;
    }
  }
  return module;
}

/** By hand, since an AudioWorklet has neither `Buffer` nor always `Uint8Array.fromHex`. */
function decodeHex(digits: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: digits.length / 2 }, (_, i) =>
    Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16),
  );
}
