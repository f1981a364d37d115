/** The part of fft.js that this package uses; the library ships no types. */
declare module 'fft.js' {
  class FFT {
    constructor(size: number);
    /** Forward transform of interleaved complex numbers; `out` and `data` are different arrays. */
    transform(out: Float64Array, data: Float64Array): void;
  }
  export = FFT;
}
