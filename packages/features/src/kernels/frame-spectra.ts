import { cached } from '../util/cached.ts';
import type { Frames } from '../util/frames.ts';
import { type PairRoom, reservePair, writePair } from './fft/pair-room.ts';
import { plainFft } from './fft/plain-fft.ts';
import type { RealFft } from './fft/real-fft.ts';
import { DOUBLE_BYTES, FLOAT_BYTES } from './wasm/bytes.ts';
import { type FrameArguments, type FrameKernels, frameKernels } from './wasm/kernels.ts';
import { Room } from './wasm/room.ts';

/** The shortest frames that the kernels take. */
const SHORTEST = 3;

/** How many samples, and values of a result, the kernels have at a time, unless a frame has more. */
const BLOCK_VALUES: number = 1 << 20;

/**
 * Magnitudes of the spectra of frames, `[frames, bins]`, on WebAssembly SIMD where the platform has
 * it, and the same bits elsewhere.
 *
 * @param window As long as a frame.
 */
export function writeMagnitudes(signal: Frames, window: Float64Array, out: Float32Array): void {
  const blocks = planBlocks(signal, window, 1);
  if (!blocks) {
    eachMagnitudes(signal, window, out);
    return;
  }
  const { kernels, bins, outAt } = blocks;
  forEachBlock(signal, window, blocks, (frames, first, count) => {
    kernels.frameMagnitudes(...frames, outAt);
    out.set(new Float32Array(kernels.memory.buffer, outAt, count * bins), first * bins);
  });
}

/** The spectra of frames, `[bins, frames]` each. */
export function writeSpectra(
  signal: Frames,
  window: Float64Array,
  real: Float32Array,
  imaginary: Float32Array,
): void {
  const blocks = planBlocks(signal, window, 2);
  if (!blocks) {
    eachSpectrum(signal, window, real, imaginary);
    return;
  }
  const { kernels, bins, block, outAt } = blocks;
  const length = bins * block + 1;
  const imaginaryAt = outAt + FLOAT_BYTES * length;
  forEachBlock(signal, window, blocks, (frames, first, count) => {
    kernels.frameSpectra(...frames, outAt, imaginaryAt, FLOAT_BYTES * count);
    const { buffer } = kernels.memory;
    const parts = [
      [outAt, real],
      [imaginaryAt, imaginary],
    ] as const;
    for (const [address, out] of parts) {
      const part = new Float32Array(buffer, address, count * bins);
      if (count === signal.count) out.set(part);
      else copyColumns(part, count, out, signal.count, first);
    }
  });
}

/** Copies a matrix to the columns of a wider one, from `first` on. */
function copyColumns(
  part: Float32Array,
  count: number,
  out: Float32Array,
  columns: number,
  first: number,
): void {
  for (let from = 0, to = first; from < part.length; from += count, to += columns) {
    out.set(part.subarray(from, from + count), to);
  }
}

/** How frames are taken to the kernels, some at a time. */
interface Blocks {
  readonly kernels: FrameKernels;
  readonly pair: PairRoom;
  readonly bins: number;
  /** How many frames at a time. */
  readonly block: number;
  readonly samplesAt: number;
  readonly windowAt: number;
  readonly outAt: number;
}

/** @param parts How many values a bin has. */
function planBlocks(signal: Frames, window: Float64Array, parts: number): Blocks | undefined {
  const size = window.length;
  const { count, hopLength } = signal;
  if (size < SHORTEST) return undefined;
  const bins = Math.floor(size / 2) + 1;
  const most = Math.floor(BLOCK_VALUES / Math.max(hopLength, parts * bins));
  const block = Math.min(count, Math.max(1, most));
  const room = new Room();
  const pair = reservePair(room, size);
  const windowAt = room.reserve(DOUBLE_BYTES * (size + 1));
  const samplesAt = room.reserve(DOUBLE_BYTES * ((block - 1) * hopLength + size + 1));
  // Frames are written in pairs, also where there is one: up to a value of each bin is beyond the
  // last, in rows of magnitudes, and up to one in all, in columns of spectra.
  const outAt = room.reserve(FLOAT_BYTES * Math.max(2 * bins, parts * (bins * block + 1)));
  const kernels = frameKernels(room.bytes);
  return kernels && { kernels, pair, bins, block, samplesAt, windowAt, outAt };
}

/** Calls `run` with the kernels' arguments, the block's first frame and how many it has. */
function forEachBlock(
  signal: Frames,
  window: Float64Array,
  { kernels, pair, block, samplesAt, windowAt }: Blocks,
  run: (frames: FrameArguments, first: number, count: number) => void,
): void {
  const { buffer } = kernels.memory;
  const { count: total, hopLength, single } = signal;
  const size = window.length;
  writePair(buffer, pair);
  new Float64Array(buffer, windowAt, size).set(window);
  for (let first = 0; first < total; first += block) {
    const count = Math.min(block, total - first);
    const hop = count > 1 ? hopLength : 0;
    const length = (count - 1) * hop + size;
    signal.copy(
      first,
      single
        ? new Float32Array(buffer, samplesAt, length)
        : new Float64Array(buffer, samplesAt, length),
    );
    const bytes = single ? FLOAT_BYTES : DOUBLE_BYTES;
    run([pair.plan, samplesAt, bytes, hop, count, windowAt, pair.vectors], first, count);
  }
}

/** How many lengths' transforms in JavaScript are cached. */
const CACHED_SIZES = 4;
const cache = new Map<number, RealFft>();

/** Not `planFft`, whose kernels of single transforms would be loaded in vain. */
function plan(size: number): RealFft {
  return cached(cache, CACHED_SIZES, size, () => plainFft(size));
}

function eachMagnitudes(signal: Frames, window: Float64Array, out: Float32Array): void {
  const fft = plan(window.length);
  for (let t = 0; t < signal.count; t++) {
    signal.seekFrame(t);
    fft.load(signal.values, signal.start, window);
    fft.forward();
    fft.magnitudes(out, t * fft.bins);
  }
}

function eachSpectrum(
  signal: Frames,
  window: Float64Array,
  real: Float32Array,
  imaginary: Float32Array,
): void {
  const fft = plan(window.length);
  const { spectrum, bins } = fft;
  for (let t = 0; t < signal.count; t++) {
    signal.seekFrame(t);
    fft.load(signal.values, signal.start, window);
    fft.forward();
    for (let f = 0; f < bins; f++) {
      real[f * signal.count + t] = spectrum[2 * f];
      imaginary[f * signal.count + t] = spectrum[2 * f + 1];
    }
  }
}
