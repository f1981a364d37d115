/** The part of essentia.js that the benchmark uses; the library ships no types for it. */
declare module 'essentia.js' {
  interface Vector {
    delete(): void;
  }
  class Essentia {
    constructor(wasm: unknown);
    arrayToVector(values: Float32Array): Vector;
    Windowing(frame: Vector, normalized: boolean, size: number, type: string): { frame: Vector };
    Spectrum(frame: Vector, size: number): { spectrum: Vector };
    MFCC(spectrum: Vector, ...options: (number | string)[]): { bands: Vector; mfcc: Vector };
  }
  const library: { Essentia: typeof Essentia; EssentiaWASM: unknown };
  export default library;
}
