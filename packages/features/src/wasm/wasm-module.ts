import { wasmBinary } from './wasm-binary.ts';

let module: WebAssembly.Module | null | undefined;

/** The compiled assembly/, or null where the platform refuses it: too old, or a page's policy. */
export function wasmModule(): WebAssembly.Module | null {
  if (module === undefined) {
    try {
      module = new WebAssembly.Module(decodeBase64(wasmBinary));
    } catch {
      module = null;
    }
  }
  return module;
}

/** An AudioWorklet has neither `atob` nor `Buffer`. */
function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const bytes = new Uint8Array(Math.floor((text.replace(/=+$/, '').length * 3) / 4));
  let bits = 0;
  for (let i = 0, at = 0; at < bytes.length; i++) {
    bits = (bits << 6) | digits.indexOf(text[i]);
    if (i % 4 > 0) bytes[at++] = bits >> (6 - 2 * (i % 4));
  }
  return bytes;
}
