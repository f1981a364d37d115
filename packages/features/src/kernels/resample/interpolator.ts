import { FLOAT_BYTES } from '../wasm/bytes.ts';
import { type ResamplingKernels, resamplingKernels } from '../wasm/kernels.ts';
import { resamplingModule } from '../wasm/modules.ts';
import { ownKernels } from '../wasm/own-kernels.ts';
import { type KaiserSinc, kaiserSinc } from './kaiser-sinc.ts';

/** Reads a signal at times 0, step, 2·step, … in samples. */
export interface Interpolator {
  readonly step: number;
  /** How many samples each value reads. */
  readonly taps: number;
  /** The first sample that value `m` reads; negative at the start. */
  first(m: number): number;
  /** A reader of up to `capacity` samples at a time, valid until any other kernel is called. */
  open(capacity: number): Reader;
  /**
   * A reader of the same bits that stays valid, on a memory of its own: a stream keeps its samples
   * there from one chunk to the next. Reading allocates nothing.
   */
  openLasting(capacity: number): Reader;
}

/** A part of a signal, which callers write, and its reader. */
export interface Reader {
  readonly input: Float32Array;
  /**
   * Writes values `from` to `to` to `result`, from `at` on, where `input` begins with sample
   * `start`.
   */
  read(start: number, from: number, to: number, result: Float32Array, at: number): void;
}

// Between phases this far apart a straight line is off by less than 3e-7 of full scale (-130 dB).
const PHASES = 1024;

const f32 = Math.fround;

/**
 * Interpolation with a short filter from a table of its values. For a ratio of small whole numbers
 * the table has every phase that occurs. Otherwise it has 1,024 phases, and is interpolated
 * linearly.
 *
 * @param ratio `step` as a fraction in lowest terms, when it is one.
 */
export function interpolator(
  filter: KaiserSinc,
  step: number,
  ratio: readonly [numerator: number, denominator: number] | undefined,
): Interpolator {
  const exact = ratio !== undefined && ratio[1] <= PHASES;
  const phases = exact ? ratio[1] : PHASES;
  const reach = Math.ceil(filter.halfWidth);
  const taps = 2 * reach;
  const table = phaseTable(filter, phases, reach);
  // Time in units of which a sample has `phases`.
  const ticks = exact ? (m: number) => m * ratio[0] : (m: number) => m * step * phases;
  const before = reach - 1;

  const first = (m: number): number => Math.floor(Math.floor(ticks(m)) / phases) - before;

  return {
    step,
    taps,
    first,
    open(capacity) {
      const kernels = resamplingKernels(roomFor(capacity));
      if (!kernels) return openPlain(capacity);
      const { input, write, out } = openKernels(kernels, capacity);
      return {
        input,
        read(start, from, to, result, at) {
          write(start, from, to);
          result.set(out.subarray(0, to - from), at);
        },
      };
    },
    openLasting(capacity) {
      const kernels = ownKernels<ResamplingKernels>(resamplingModule(), roomFor(capacity));
      if (!kernels) return openPlain(capacity);
      const { input, write, out } = openKernels(kernels, capacity);
      return {
        input,
        read(start, from, to, result, at) {
          write(start, from, to);
          // A view of a part would be an allocation.
          for (let i = 0; i < to - from; i++) result[at + i] = out[i];
        },
      };
    },
  };

  /** As many values as so many samples allow, and one for rounding. */
  function mostValues(capacity: number): number {
    return Math.ceil(capacity / step) + 1;
  }

  function roomFor(capacity: number): number {
    return FLOAT_BYTES * (table.length + capacity + mostValues(capacity));
  }

  /** Puts the table into the kernels' memory. `write` writes values to `out`. */
  function openKernels(
    kernels: ResamplingKernels,
    capacity: number,
  ): {
    input: Float32Array;
    out: Float32Array;
    write: (start: number, from: number, to: number) => void;
  } {
    const { buffer } = kernels.memory;
    const inputAt = FLOAT_BYTES * table.length;
    const outAt = inputAt + FLOAT_BYTES * capacity;
    new Float32Array(buffer, 0, table.length).set(table);
    return {
      input: new Float32Array(buffer, inputAt, capacity),
      out: new Float32Array(buffer, outAt, mostValues(capacity)),
      write(start, from, to) {
        const count = to - from;
        if (exact) {
          const at = inputAt + FLOAT_BYTES * (first(from) - start);
          const phase = (from * ratio[0]) % ratio[1];
          kernels.interpolate(at, phase, ratio[0], ratio[1], 0, taps, outAt, count);
        } else {
          const at = inputAt - FLOAT_BYTES * (before + start);
          kernels.interpolateBetween(at, from, step, phases, 0, taps, outAt, count);
        }
      },
    };
  }

  function openPlain(capacity: number): Reader {
    const input = new Float32Array(capacity);
    return {
      input,
      read(start, from, to, result, resultAt) {
        for (let m = from; m < to; m++) {
          const time = ticks(m);
          const whole = Math.floor(time);
          const phase = whole % phases;
          const at = (whole - phase) / phases - before - start;
          const here = weigh(table, phase * taps, input, at, taps);
          const slot = resultAt + m - from;
          if (exact) {
            result[slot] = here;
          } else {
            const next = weigh(table, (phase + 1) * taps, input, at, taps);
            result[slot] = here + f32(f32(next - here) * f32(time - whole));
          }
        }
      },
    };
  }
}

/** Hands on samples as they are: the interpolator for a step of 1. */
export function everySample(): Interpolator {
  return { step: 1, taps: 1, first: (m) => m, open: openWhole, openLasting };

  function openWhole(capacity: number): Reader {
    const { input } = openLasting(capacity);
    return {
      input,
      read: (start, from, to, result, at) =>
        result.set(input.subarray(from - start, to - start), at),
    };
  }

  function openLasting(capacity: number): Reader {
    const input = new Float32Array(capacity);
    return {
      input,
      read(start, from, to, result, at) {
        for (let m = from; m < to; m++) result[at + m - from] = input[m - start];
      },
    };
  }
}

/** Sum of products of `taps` values, an even number: four sums side by side, as in a vector. */
function weigh(
  table: Float32Array,
  row: number,
  signal: Float32Array,
  at: number,
  taps: number,
): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 3 < taps; k += 4) {
    s0 = f32(s0 + f32(table[row + k] * signal[at + k]));
    s1 = f32(s1 + f32(table[row + k + 1] * signal[at + k + 1]));
    s2 = f32(s2 + f32(table[row + k + 2] * signal[at + k + 2]));
    s3 = f32(s3 + f32(table[row + k + 3] * signal[at + k + 3]));
  }
  if (k < taps) {
    s0 = f32(s0 + f32(table[row + k] * signal[at + k]));
    s1 = f32(s1 + f32(table[row + k + 1] * signal[at + k + 1]));
  }
  return f32(f32(s0 + s2) + f32(s1 + s3));
}

/** The filter's values around a time between two samples, a row for each phase and one more. */
function phaseTable(filter: KaiserSinc, phases: number, reach: number): Float32Array {
  const taps = 2 * reach;
  const table = new Float32Array((phases + 1) * taps);
  const row = new Float64Array(taps);
  for (let phase = 0; phase <= phases; phase++) {
    let sum = 0;
    for (let k = 0; k < taps; k++) {
      row[k] = kaiserSinc(filter, k - reach + 1 - phase / phases);
      sum += row[k];
    }
    // Each phase is scaled to keep a constant, which the phases would modulate otherwise.
    for (let k = 0; k < taps; k++) table[phase * taps + k] = row[k] / sum;
  }
  return table;
}
