// The kernels from samples to bands, which `mfcc` needs. They are a module of their own so that it
// loads fast. Addresses come from src/kernels/fft/wasm-fft.ts and from src/kernels/wasm/kernels.ts,
// whose memories these functions work on.

export { decibels, greatest, raise } from './decibels';
export { filterFour, square } from './filters';
export { areFinite } from './finite';
export { frameMagnitudes, frameSpectra } from './frame-spectra';
export { forwardOne, inverseOne } from './pair-real-fft';
export { forward, inverse, magnitudes, scale } from './real-fft';
export { toSingles, windowDoubles, windowSingles } from './windowing';
export { weightedRows } from './weighted-rows';
