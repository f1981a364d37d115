import { PAGE_BYTES } from './bytes.ts';
import { signalsModule, spectraModule } from './modules.ts';

/** The exports of assembly/spectra.ts but the transforms, which `wasmFft` uses. */
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

/** The exports of assembly/signals.ts. */
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
 * Returns kernels with a memory of at least `bytes`. All callers share it, so the next one
 * overwrites its contents. Returns undefined where the platform has no WebAssembly SIMD.
 */
type KernelProvider<Kernels> = (bytes: number) => Kernels | undefined;

/** The kernels that features need. */
export const spectraKernels: KernelProvider<SpectraKernels> =
  /* @__PURE__ */ provider(spectraModule);

/** The kernels that resampling, pitch and the phase vocoder need. */
export const signalKernels: KernelProvider<SignalKernels> = /* @__PURE__ */ provider(signalsModule);

/** The pages of 4 GB, the most that a WebAssembly memory can have. */
const MAX_PAGES = 65536;
/** The pages of the first memory, which most calls fit into. */
const INITIAL_PAGES = 8;

function provider<Kernels extends { readonly memory: WebAssembly.Memory }>(
  compiled: () => WebAssembly.Module | null,
): KernelProvider<Kernels> {
  let kernels: Kernels | undefined;
  return (bytes) => {
    if (!kernels) {
      const module = compiled();
      if (!module) return undefined;
      const memory = new WebAssembly.Memory({ initial: INITIAL_PAGES, maximum: MAX_PAGES });
      const { exports } = new WebAssembly.Instance(module, { env: { memory } });
      kernels = { ...exports, memory } as unknown as Kernels;
    }
    const missing = bytes - kernels.memory.buffer.byteLength;
    if (missing > 0) kernels.memory.grow(Math.ceil(missing / PAGE_BYTES));
    return kernels;
  };
}
