import { FLOAT_BYTES } from '../wasm/bytes.ts';
import { resamplingModule } from '../wasm/modules.ts';
import { ownKernels } from '../wasm/own-kernels.ts';
import { Room } from '../wasm/room.ts';
import type { Convolution, Convolver } from './convolution.ts';
import { singleGains } from './single-gains.ts';
import { singleTwiddles, singleWaves } from './single-twiddles.ts';

/** The exports of assembly/band-filter.ts. */
interface Exports {
  transform(n: number, signal: number, x: number, y: number, ...rest: number[]): number;
  signalOf(n: number, z: number, other: number, ...rest: number[]): void;
  filter(n: number, z: number, imaginary: number, ...rest: number[]): void;
  spectrum(n: number, z: number, imaginary: number, waves: number, out: number): void;
  filterRepeated(n: number, x: number, imaginary: number, ...rest: number[]): void;
  fold(n: number, folds: number, x: number, imaginary: number, ...rest: number[]): void;
  repeat(n: number, parts: number, x: number, imaginary: number): void;
  unfiltered(n: number, y: number, imaginary: number, waves: number, out: number): void;
}

/** Floats behind real parts and behind imaginary ones, for one more number and as distance. */
const BEYOND = 16;

/**
 * The convolver on WebAssembly SIMD, equal to the plain one bit for bit.
 *
 * @returns Undefined where the platform has no WebAssembly SIMD or no memory for it, or a page's
 *   policy forbids it.
 */
export function wasmConvolver(convolution: Convolution): Convolver | undefined {
  const { inputLength, outputLength } = convolution;
  const module = resamplingModule();
  if (!module) return undefined;
  const before = inputLength / 2;
  const after = outputLength / 2;
  /** At the higher rate, but for the first. */
  const bins = convolution.gains.length - 1;
  const constants = [
    singleGains(convolution),
    singleTwiddles(before),
    singleWaves(before),
    singleTwiddles(after),
    singleWaves(after),
  ];

  const room = new Room();
  const floats = (count: number): number => room.reserve(FLOAT_BYTES * count);
  const addresses = constants.map(({ length }) => floats(length));
  const [gains, twiddles, waves, outTwiddles, outWaves] = addresses;
  const signal = floats(inputLength);
  const result = floats(outputLength);
  // Real parts and imaginary parts of each of three spectra.
  const longest = bins + BEYOND;
  const [x, y, z] = Array.from({ length: 3 }, () => floats(2 * longest));
  const imaginary = FLOAT_BYTES * longest;

  const kernels = ownKernels<Exports>(module, room.bytes);
  if (!kernels) return undefined;
  const { buffer } = kernels.memory;
  for (const [i, values] of constants.entries()) {
    new Float32Array(buffer, addresses[i], values.length).set(values);
  }

  /** Writes the spectrum of the result to `x`. */
  const filter = (spectrum: number): void => {
    if (before === after) {
      kernels.filter(before, spectrum, imaginary, waves, gains, z);
      return;
    }
    const other = spectrum === x ? y : x;
    kernels.spectrum(before, spectrum, imaginary, waves, other);
    if (bins === after && after === 2 * before) {
      kernels.filterRepeated(before, other, imaginary, outWaves, gains, z, imaginary);
    } else {
      if (before < bins) kernels.repeat(before, bins / before, other, imaginary);
      kernels.fold(after, bins / after, other, imaginary, gains, spectrum, imaginary);
      kernels.unfiltered(after, spectrum, imaginary, outWaves, z);
    }
  };
  return {
    input: new Float32Array(buffer, signal, inputLength),
    output: new Float32Array(buffer, result, outputLength),
    convolve() {
      filter(kernels.transform(before, signal, x, y, imaginary, twiddles));
      kernels.signalOf(after, z, x, imaginary, outTwiddles, result);
    },
  };
}
