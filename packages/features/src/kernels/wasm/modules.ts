import { framesWasm } from '../../generated/frames-wasm.ts';
import { functionalsWasm } from '../../generated/functionals-wasm.ts';
import { resamplingWasm } from '../../generated/resampling-wasm.ts';
import { signalsWasm } from '../../generated/signals-wasm.ts';
import { spectraWasm } from '../../generated/spectra-wasm.ts';
import { transformsWasm } from '../../generated/transforms-wasm.ts';
import { once } from '../../util/once.ts';

// Annotated as pure, so that esbuild and webpack too leave out a binary that a page does not use.

/** assembly/spectra.ts; null where the platform is too old or the page's policy forbids it. */
export const spectraModule: () => WebAssembly.Module | null = /* @__PURE__ */ once(() =>
  compile(spectraWasm),
);

/** assembly/frames.ts; null where the platform is too old or the page's policy forbids it. */
export const framesModule: () => WebAssembly.Module | null = /* @__PURE__ */ once(() =>
  compile(framesWasm),
);

/** assembly/transforms.ts; null where the platform is too old or the page's policy forbids it. */
export const transformsModule: () => WebAssembly.Module | null = /* @__PURE__ */ once(() =>
  compile(transformsWasm),
);

/** assembly/signals.ts; null where the platform is too old or the page's policy forbids it. */
export const signalsModule: () => WebAssembly.Module | null = /* @__PURE__ */ once(() =>
  compile(signalsWasm),
);

/** assembly/resampling.ts; null where the platform is too old or the page's policy forbids it. */
export const resamplingModule: () => WebAssembly.Module | null = /* @__PURE__ */ once(() =>
  compile(resamplingWasm),
);

/** assembly/functionals.ts; null where the platform is too old or the page's policy forbids it. */
export const functionalsModule: () => WebAssembly.Module | null = /* @__PURE__ */ once(() =>
  compile(functionalsWasm),
);

/** The smallest module that there is. */
const EMPTY = /* @__PURE__ */ Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

function compile(hex: string): WebAssembly.Module | null {
  try {
    // Where a policy forbids WebAssembly, WebKit compiles it and refuses to make an instance.
    new WebAssembly.Instance(new WebAssembly.Module(EMPTY));
    return new WebAssembly.Module(decodeHex(hex));
  } catch {
    return null;
  }
}

/** Decodes hexadecimal digits. An AudioWorklet has no `Buffer`, and may lack `fromHex`. */
function decodeHex(digits: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: digits.length / 2 }, (_, i) =>
    Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16),
  );
}
