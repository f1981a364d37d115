import { signalsWasm } from '../../generated/signals-wasm.ts';
import { spectraWasm } from '../../generated/spectra-wasm.ts';

// Annotated as pure, so that every bundler leaves out the binary that a page does not use: esbuild
// and webpack do not find out for themselves.

/** assembly/spectra.ts, or null where the platform refuses it: too old, or a page's policy. */
export const spectraModule: () => WebAssembly.Module | null = /* @__PURE__ */ once(() =>
  compile(spectraWasm),
);

/** assembly/signals.ts, or null where the platform refuses it. */
export const signalsModule: () => WebAssembly.Module | null = /* @__PURE__ */ once(() =>
  compile(signalsWasm),
);

function compile(hex: string): WebAssembly.Module | null {
  try {
    return new WebAssembly.Module(decodeHex(hex));
  } catch {
    return null;
  }
}

/** By hand, since an AudioWorklet has neither `Buffer` nor always `Uint8Array.fromHex`. */
function decodeHex(digits: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: digits.length / 2 }, (_, i) =>
    Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16),
  );
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
