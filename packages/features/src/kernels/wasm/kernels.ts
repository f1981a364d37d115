import { PAGE_BYTES } from './bytes.ts';
import {
  framesModule,
  functionalsModule,
  resamplingModule,
  signalsModule,
  spectraModule,
} from './modules.ts';
import { orNull } from './or-null.ts';
import type { TransformRoom } from './transform-room.ts';

/** The exports of assembly/spectra.ts. */
export interface SpectraKernels {
  readonly memory: WebAssembly.Memory;
  areFinite(values: number, count: number): number;
  decibels(values: number, out: number, count: number, least: number, offset: number): void;
  greatest(values: number, count: number): number;
  raise(values: number, count: number, floor: number): void;
  filterFour(
    runs: number,
    count: number,
    weights: number,
    frames: number,
    pitch: number,
    sums: number,
  ): void;
  square(values: number, count: number): void;
  weightedRows(
    weights: number,
    values: number,
    out: number,
    rows: number,
    inner: number,
    columns: number,
  ): void;
}

/** The exports of assembly/frames.ts but single transforms, which `wasmFft` uses. */
export interface FrameKernels {
  readonly memory: WebAssembly.Memory;
  frameMagnitudes(...frames: [...FrameArguments, out: number]): void;
  frameSpectra(
    ...frames: [...FrameArguments, real: number, imaginary: number, pitch: number]
  ): void;
}

/** What the kernels of frames are told of them. */
export type FrameArguments = [
  plan: number,
  samples: number,
  bytes: number,
  hop: number,
  frames: number,
  window: number,
  vectors: number,
];

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
  framePowers(samples: number, hop: number, length: number, count: number, out: number): void;
  frameSquares(samples: number, hop: number, length: number, count: number, out: number): void;
  fromPolar(angle: number, magnitude: number, re: number, im: number, count: number): void;
  toPolar(re: number, im: number, angle: number, magnitude: number, count: number): void;
}

/** The exports of assembly/resampling.ts but the convolution, which `wasmConvolver` uses. */
export interface ResamplingKernels {
  readonly memory: WebAssembly.Memory;
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
}

/** The exports of assembly/functionals.ts. */
export interface FunctionalKernels {
  readonly memory: WebAssembly.Memory;
  autocorrelation(
    samples: number,
    length: number,
    half: number,
    window: number,
    ...rest: [...transform: TransformRoom, gains: number, lags: number, least: number, out: number]
  ): number;
  doubleDecibels(values: number, count: number): void;
  matrixProduct(
    a: number,
    b: number,
    out: number,
    rows: number,
    inner: number,
    columns: number,
  ): void;
  melPowers(
    samples: number,
    frames: number,
    hop: number,
    half: number,
    window: number,
    ...rest: [
      ...transform: TransformRoom,
      powers: number,
      bands: number,
      bandCount: number,
      weights: number,
      floor: number,
      out: number,
      totals: number,
    ]
  ): void;
  meanProducts(
    x: number,
    y: number,
    columns: number,
    count: number,
    rows: number,
    upper: number,
    out: number,
  ): void;
  modulationPowers(
    values: number,
    count: number,
    channels: number,
    columns: number,
    centres: number,
    half: number,
    sign: number,
    waves: number,
    bins: number,
    frames: number,
    room: number,
    out: number,
  ): void;
  ranks(
    values: number,
    count: number,
    places: number,
    placeCount: number,
    out: number,
    ends: number,
    most: number,
  ): number;
  spread(
    values: number,
    columns: number,
    count: number,
    centred: number,
    means: number,
    deviations: number,
  ): void;
  weightedFrames(
    values: number,
    columns: number,
    frames: number,
    count: number,
    offsets: number,
    weights: number,
    terms: number,
    out: number,
  ): void;
}

/**
 * Returns kernels with a memory of at least `bytes`. All callers share it, so the next one
 * overwrites its contents. Returns undefined where the platform has no WebAssembly SIMD, or not
 * that much memory for it.
 */
type KernelProvider<Kernels> = (bytes: number) => Kernels | undefined;

/** The kernels that most features need. */
export const spectraKernels: KernelProvider<SpectraKernels> =
  /* @__PURE__ */ provider(spectraModule);

/** The kernels of short-time spectra. */
export const frameKernels: KernelProvider<FrameKernels> = /* @__PURE__ */ provider(framesModule);

/** The kernels that levels, pitch and the phase vocoder need. */
export const signalKernels: KernelProvider<SignalKernels> = /* @__PURE__ */ provider(signalsModule);

/** The kernels that read values between samples. */
export const resamplingKernels: KernelProvider<ResamplingKernels> =
  /* @__PURE__ */ provider(resamplingModule);

/** The kernels that the functionals of speech need. */
export const functionalKernels: KernelProvider<FunctionalKernels> =
  /* @__PURE__ */ provider(functionalsModule);

/** The pages of 4 GB, the most that a WebAssembly memory can have. */
const MAX_PAGES = 65536;
/** The pages of the first memory, which most calls fit into. */
const INITIAL_PAGES = 8;

function provider<Kernels extends { readonly memory: WebAssembly.Memory }>(
  compiled: () => WebAssembly.Module | null,
): KernelProvider<Kernels> {
  // Null where there are none.
  let kernels: Kernels | null | undefined;
  return (bytes) => {
    if (kernels === undefined) kernels = instantiate(compiled());
    if (!kernels) return undefined;
    const missing = bytes - kernels.memory.buffer.byteLength;
    if (missing <= 0) return kernels;
    const { memory } = kernels;
    return orNull(() => memory.grow(Math.ceil(missing / PAGE_BYTES))) === null
      ? undefined
      : kernels;
  };
}

function instantiate<Kernels>(module: WebAssembly.Module | null): Kernels | null {
  if (!module) return null;
  const memory = orNull(
    () => new WebAssembly.Memory({ initial: INITIAL_PAGES, maximum: MAX_PAGES }),
  );
  if (!memory) return null;
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return { ...exports, memory } as unknown as Kernels;
}
