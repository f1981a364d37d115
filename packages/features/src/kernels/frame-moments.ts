import { once } from '../util/once.ts';
import { DOUBLE_BYTES } from './wasm/bytes.ts';
import { type FunctionalKernels, functionalKernels } from './wasm/kernels.ts';
import { Room } from './wasm/room.ts';

/** Values that change over time, frame by frame. */
interface Values {
  /** `[frames, channels]` */
  readonly values: Float64Array;
  readonly frames: number;
  readonly channels: number;
}

/** A frame so much later, and what it is multiplied by. */
type Term = readonly [offset: number, weight: number];

/** The moments of some frames. */
export interface PairMoments {
  /** The standard deviation of each channel, of the population. */
  readonly deviations: Float64Array;
  /** The mean product of each channel with itself and each later one, `[channels, channels]`. */
  readonly products: Float64Array;
}

/** The moments of some frames and of others. */
export interface CrossMoments {
  /** The standard deviation of each channel of the frames, and of the others. */
  readonly deviations: Float64Array;
  readonly otherDeviations: Float64Array;
  /** The mean product of each channel of the frames with each of the others. */
  readonly products: Float64Array;
}

/** Reads moments of tracks. */
export interface FrameMoments {
  /**
   * The moments of the weighted sums of the frames around some, which are frames of the tracks.
   *
   * @param about What values are taken less: their means, or 0.
   */
  pairs(frames: Int32Array, terms: readonly Term[], about: 'means' | 'zero'): PairMoments;
  /** Those of some frames, less their means, and of the weighted sums of the frames around them. */
  across(frames: Int32Array, terms: readonly Term[]): CrossMoments;
}

/** The kernels compute two rows and eight columns at a time. */
const ROWS = 2;
const COLUMNS = 8;

/** Longer clips would need their memory twice. */
const MOST_FRAMES = 4096;

const INTEGER_BYTES = 4;
const ITSELF: readonly Term[] = [[0, 1]];

/**
 * Moments on WebAssembly SIMD. Undefined where the platform has none, and for a long clip.
 */
export function frameMoments({
  values,
  frames: length,
  channels,
}: Values): FrameMoments | undefined {
  if (length > MOST_FRAMES) return undefined;
  const columns = COLUMNS * Math.ceil(channels / COLUMNS);
  const rows = ROWS * Math.ceil(channels / ROWS);
  const room = new Room();
  const track = DOUBLE_BYTES * length * columns;
  const [valuesAt, firstAt, secondAt] = [track, track, track].map((bytes) => room.reserve(bytes));
  const framesAt = room.reserve(INTEGER_BYTES * length);
  const [offsetsAt, weightsAt] = [DOUBLE_BYTES, DOUBLE_BYTES].map((bytes) =>
    room.reserve(8 * bytes),
  );
  const [meansAt, firstSpreadAt, secondSpreadAt] = [1, 2, 3].map(() =>
    room.reserve(DOUBLE_BYTES * columns),
  );
  const productsAt = room.reserve(DOUBLE_BYTES * rows * columns);
  if (!functionalKernels(room.bytes)) return undefined;
  const padded = once(() => {
    const result = new Float64Array(length * columns);
    for (let t = 0, from = 0; t < length; t++) {
      const to = t * columns;
      for (let c = 0; c < channels; c++) result[to + c] = values[from++];
    }
    return result;
  });

  /** The kernels with the values and the frames in their memory. */
  function open(frames: Int32Array): FunctionalKernels {
    const kernels = functionalKernels(room.bytes) as FunctionalKernels;
    const { buffer } = kernels.memory;
    new Float64Array(buffer, valuesAt, length * columns).set(padded());
    new Int32Array(buffer, framesAt, frames.length).set(frames);
    return kernels;
  }

  function sum(
    kernels: FunctionalKernels,
    count: number,
    terms: readonly Term[],
    to: number,
  ): void {
    const { buffer } = kernels.memory;
    const offsets = new Int32Array(buffer, offsetsAt, terms.length);
    const weights = new Float64Array(buffer, weightsAt, terms.length);
    terms.forEach(([offset, weight], i) => {
      offsets[i] = offset;
      weights[i] = weight;
    });
    kernels.weightedFrames(
      valuesAt,
      columns,
      framesAt,
      count,
      offsetsAt,
      weightsAt,
      terms.length,
      to,
    );
  }

  const read = (buffer: ArrayBuffer, at: number): Float64Array =>
    new Float64Array(buffer, at, channels).slice();

  /** Products without the columns that fill up rows. */
  function readProducts(buffer: ArrayBuffer): Float64Array {
    const result = new Float64Array(channels * channels);
    const products = new Float64Array(buffer, productsAt, rows * columns);
    for (let row = 0; row < channels; row++) {
      const from = row * columns;
      const to = row * channels;
      for (let c = 0; c < channels; c++) result[to + c] = products[from + c];
    }
    return result;
  }

  return {
    pairs(frames, terms, about) {
      const kernels = open(frames);
      const { buffer } = kernels.memory;
      const count = frames.length;
      const centred = about === 'means' ? 1 : 0;
      sum(kernels, count, terms, firstAt);
      kernels.spread(firstAt, columns, count, centred, meansAt, firstSpreadAt);
      kernels.meanProducts(firstAt, firstAt, columns, count, rows, 1, productsAt);
      return { deviations: read(buffer, firstSpreadAt), products: readProducts(buffer) };
    },
    across(frames, terms) {
      const kernels = open(frames);
      const { buffer } = kernels.memory;
      const count = frames.length;
      sum(kernels, count, ITSELF, firstAt);
      sum(kernels, count, terms, secondAt);
      kernels.spread(firstAt, columns, count, 1, meansAt, firstSpreadAt);
      kernels.spread(secondAt, columns, count, 0, meansAt, secondSpreadAt);
      kernels.meanProducts(firstAt, secondAt, columns, count, rows, 0, productsAt);
      return {
        deviations: read(buffer, firstSpreadAt),
        otherDeviations: read(buffer, secondSpreadAt),
        products: readProducts(buffer),
      };
    },
  };
}
