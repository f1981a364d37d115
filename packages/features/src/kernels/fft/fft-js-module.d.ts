/**
 * The part of fft.js that this package uses. It takes the place of the library's own types, which
 * are all `any`. TypeScript leaves out a `fft-js.d.ts` that lies beside a `fft-js.ts`.
 */
declare module 'fft.js' {
  class FFT {
    constructor(size: number);
    /** Forward transform of interleaved complex numbers; `out` and `data` are different arrays. */
    transform(out: Float64Array, data: Float64Array): void;
  }
  export = FFT;
}
