import type { Convolution, Convolver } from './convolution.ts';
import { plainConvolver } from './plain-convolver.ts';
import { wasmConvolver } from './wasm-convolver.ts';

/**
 * Convolution by transforms in float32. The rate changes inside of them: a spectrum is repeated to
 * double it, and folded to divide it.
 */
export function convolver(convolution: Convolution): Convolver {
  return wasmConvolver(convolution) ?? plainConvolver(convolution);
}
