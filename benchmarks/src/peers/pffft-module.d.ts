/** PFFFT's module ships no types: what it gives is written down beside it. */
declare module '@echogarden/pffft-wasm/simd';
