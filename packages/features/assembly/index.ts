// The module works on a memory that src/fft/wasm-fft.ts lays out: every address comes from there.

export { forward, inverse, magnitudes } from './real-fft';
