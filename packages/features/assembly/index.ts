// The module works on memories that src/fft/wasm-fft.ts and src/filter-kernel.ts lay out: every
// address comes from there.

export { filterFour, square } from './filters';
export { forward, inverse, magnitudes } from './real-fft';
