// The kernels of short-time spectra, and of transforms of any length, which they have too. They are a
// module of their own so that it loads fast. Addresses come from src/kernels/wasm/kernels.ts and from
// src/kernels/fft/wasm-fft.ts, whose memories these functions work on.

export { frameMagnitudes, frameSpectra } from './frame-spectra';
export { forwardOne, inverseOne } from './pair-real-fft';
