import { signalsModule, spectraModule } from './modules.ts';

/** assembly/spectra.ts but for the transforms, which have memories of their own: see src/fft/wasm-fft.ts. */
export interface SpectraKernels {
  readonly memory: WebAssembly.Memory;
  areFinite(values: number, count: number): number;
  decibels(values: number, out: number, count: number, least: number, offset: number): void;
  filterFour(
    runs: number,
    count: number,
    weights: number,
    frames: number,
    pitch: number,
    sums: number,
  ): void;
  square(values: number, count: number): void;
}

/** assembly/signals.ts. */
export interface SignalKernels {
  readonly memory: WebAssembly.Memory;
  findPeaks(
    frame: number,
    bins: number,
    first: number,
    end: number,
    threshold: number,
    out: number,
  ): number;
  interpolate(
    samples: number,
    phase: number,
    numerator: number,
    denominator: number,
    table: number,
    taps: number,
    out: number,
    count: number,
  ): void;
  interpolateBetween(
    samples: number,
    first: number,
    step: number,
    phases: number,
    table: number,
    taps: number,
    out: number,
    count: number,
  ): void;
  fromPolar(angle: number, magnitude: number, re: number, im: number, count: number): void;
  toPolar(re: number, im: number, angle: number, magnitude: number, count: number): void;
}

/**
 * Kernels and a memory of at least `bytes`, which is the caller's until it returns; undefined where
 * the platform has no WebAssembly SIMD.
 */
type Lender<Kernels> = (bytes: number) => Kernels | undefined;

/** Lends what features need. */
export const spectraKernels: Lender<SpectraKernels> = /* @__PURE__ */ lender(spectraModule);

/** Lends what resampling, pitch and the phase vocoder need. */
export const signalKernels: Lender<SignalKernels> = /* @__PURE__ */ lender(signalsModule);

const PAGE = 65536;

function lender<Kernels extends { readonly memory: WebAssembly.Memory }>(
  compiled: () => WebAssembly.Module | null,
): Lender<Kernels> {
  let kernels: Kernels | undefined;
  return (bytes) => {
    if (!kernels) {
      const module = compiled();
      if (!module) return undefined;
      const memory = new WebAssembly.Memory({ initial: 8, maximum: PAGE });
      const { exports } = new WebAssembly.Instance(module, { env: { memory } });
      kernels = { ...exports, memory } as unknown as Kernels;
    }
    const missing = bytes - kernels.memory.buffer.byteLength;
    if (missing > 0) kernels.memory.grow(Math.ceil(missing / PAGE));
    return kernels;
  };
}
