import { wasmModule } from './wasm-module.ts';

/** assembly/ but for the transforms, which have memories of their own: see src/fft/wasm-fft.ts. */
export interface Kernels {
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
  square(values: number, count: number): void;
}

const PAGE = 65536;
let instance: Kernels | undefined;

/**
 * The kernels and a memory of at least `bytes`, which is the caller's until it returns.
 *
 * @returns undefined where the platform has no WebAssembly SIMD
 */
export function kernels(bytes: number): Kernels | undefined {
  if (!instance) {
    const module = wasmModule();
    if (!module) return undefined;
    const memory = new WebAssembly.Memory({ initial: 8, maximum: PAGE });
    const { exports } = new WebAssembly.Instance(module, { env: { memory } });
    instance = { ...(exports as unknown as Omit<Kernels, 'memory'>), memory };
  }
  const missing = bytes - instance.memory.buffer.byteLength;
  if (missing > 0) instance.memory.grow(Math.ceil(missing / PAGE));
  return instance;
}
