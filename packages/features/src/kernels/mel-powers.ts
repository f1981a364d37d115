import type { Samples } from '../samples.ts';
import { copyBetweenZeros } from '../util/copy-between-zeros.ts';
import { planFft } from './fft/plan-fft.ts';
import { DOUBLE_BYTES } from './wasm/bytes.ts';
import { type FunctionalKernels, functionalKernels } from './wasm/kernels.ts';
import { Room } from './wasm/room.ts';
import { reserveTransform, type TransformRoom, writeFactors } from './wasm/transform-room.ts';

/** The bins that a band reads. */
export interface Band {
  readonly first: number;
  /** The weight of each bin from `first` on. */
  readonly weights: Float64Array;
}

/** How frames become bands. */
export interface MelPowersOptions {
  /** Samples from one frame to the next. */
  readonly hop: number;
  /** Where the first frame begins; negative before the signal. */
  readonly start: number;
  /** As long as the transform, a power of two from 32 on. */
  readonly window: Float64Array;
  readonly bands: readonly Band[];
  /** What is added to each band. */
  readonly floor: number;
}

/** How many frames the kernel takes at a time: even, since it takes pairs. */
const BLOCK = 128;

/** Bytes of the two numbers that a bin has in the kernel's powers, and of a band's two integers. */
const PAIR_BYTES: number = 2 * DOUBLE_BYTES;
const BAND_BYTES = 8;

/**
 * The power of frames in bands, |DFT|² times the weights, on WebAssembly SIMD where the platform has
 * it, and the same bits elsewhere. Beyond its ends the signal is 0.
 *
 * @param out `[frames, bands]`.
 * @param totals The sum of each frame's bands, `[frames]`.
 */
export function melPowers(
  samples: Samples,
  options: MelPowersOptions,
  out: Float64Array,
  totals: Float64Array,
): void {
  const layout = new Room();
  const places = reserve(layout, options);
  const kernels = functionalKernels(layout.bytes);
  if (kernels) onKernel(kernels, places, samples, options, out, totals);
  else inJavaScript(samples, options, out, totals);
}

/** Where a block has its room. */
interface Places {
  readonly samples: number;
  readonly sampleCount: number;
  readonly window: number;
  readonly transform: TransformRoom;
  readonly powers: number;
  readonly bands: number;
  readonly weights: number;
  readonly out: number;
  readonly totals: number;
}

function reserve(room: Room, { hop, window, bands }: MelPowersOptions): Places {
  const size = window.length;
  const sampleCount = (BLOCK - 1) * hop + size;
  const weightCount = bands.reduce((sum, { weights }) => sum + weights.length, 0);
  return {
    sampleCount,
    samples: room.reserve(DOUBLE_BYTES * sampleCount),
    window: room.reserve(DOUBLE_BYTES * size),
    transform: reserveTransform(room, size),
    powers: room.reserve(PAIR_BYTES * (size / 2 + 2)),
    bands: room.reserve(BAND_BYTES * bands.length),
    weights: room.reserve(DOUBLE_BYTES * weightCount),
    out: room.reserve(DOUBLE_BYTES * BLOCK * bands.length),
    totals: room.reserve(DOUBLE_BYTES * BLOCK),
  };
}

function onKernel(
  kernels: FunctionalKernels,
  places: Places,
  samples: Samples,
  { hop, start, window, bands, floor }: MelPowersOptions,
  out: Float64Array,
  totals: Float64Array,
): void {
  const { buffer } = kernels.memory;
  const size = window.length;
  new Float64Array(buffer, places.window, size).set(window);
  writeFactors(buffer, places.transform, size);
  const runs = new Int32Array(buffer, places.bands, 2 * bands.length);
  let at = places.weights;
  bands.forEach(({ first, weights }, band) => {
    runs.set([first, weights.length], 2 * band);
    new Float64Array(buffer, at, weights.length).set(weights);
    at += DOUBLE_BYTES * weights.length;
  });
  for (let first = 0; first < totals.length; first += BLOCK) {
    const count = Math.min(BLOCK, totals.length - first);
    const pairs = count + (count % 2);
    const part = new Float64Array(buffer, places.samples, (pairs - 1) * hop + size);
    copyBetweenZeros(samples, start + first * hop, part);
    kernels.melPowers(
      places.samples,
      pairs,
      DOUBLE_BYTES * hop,
      size / 2,
      places.window,
      ...places.transform,
      places.powers,
      places.bands,
      bands.length,
      places.weights,
      floor,
      places.out,
      places.totals,
    );
    out.set(new Float64Array(buffer, places.out, count * bands.length), first * bands.length);
    totals.set(new Float64Array(buffer, places.totals, count), first);
  }
}

function inJavaScript(
  samples: Samples,
  { hop, start, window, bands, floor }: MelPowersOptions,
  out: Float64Array,
  totals: Float64Array,
): void {
  const fft = planFft(window.length);
  const frame = new Float64Array(window.length);
  const power = new Float64Array(fft.bins);
  for (let t = 0, at = 0; t < totals.length; t++) {
    copyBetweenZeros(samples, start + t * hop, frame);
    fft.load(frame, 0, window);
    fft.forward();
    const { spectrum } = fft;
    for (let k = 0; k < power.length; k++) {
      power[k] = spectrum[2 * k] * spectrum[2 * k] + spectrum[2 * k + 1] * spectrum[2 * k + 1];
    }
    let total = 0;
    for (const { first, weights } of bands) {
      let sum = 0;
      for (let i = 0; i < weights.length; i++) sum += weights[i] * power[first + i];
      sum += floor;
      total += sum;
      out[at++] = sum;
    }
    totals[t] = total;
  }
}
