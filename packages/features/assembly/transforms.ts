// The kernels of transforms one by one. Addresses come from src/kernels/fft/wasm-fft.ts, on whose
// memories these functions work.

export { forward, inverse, magnitudes } from './real-fft';
export { windowDoubles, windowSingles } from './windowing';
