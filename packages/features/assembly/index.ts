// The module works on memories that src/fft/wasm-fft.ts and src/wasm/kernels.ts bring: every address
// comes from there.

export { decibels } from './decibels';
export { filterFour, square } from './filters';
export { areFinite } from './finite';
export { interpolate, interpolateBetween } from './interpolation';
export { findPeaks } from './peaks';
export { forward, inverse, magnitudes, scale } from './real-fft';
export { windowDoubles, windowSingles } from './windowing';
