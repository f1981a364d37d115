// The kernels of transforms and of short-time spectra. Addresses come from src/kernels/fft/wasm-fft.ts
// and from src/kernels/wasm/kernels.ts, whose memories these functions work on.

export { frameMagnitudes, frameSpectra } from './frame-spectra';
export { forwardOne, inverseOne } from './pair-real-fft';
export { forward, inverse, magnitudes, scale } from './real-fft';
export { toSingles, windowDoubles, windowSingles } from './windowing';
