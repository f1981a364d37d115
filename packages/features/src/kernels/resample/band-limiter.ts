import type { Samples } from '../../samples.ts';
import { planFft } from '../fft/plan-fft.ts';
import type { RealFft } from '../fft/real-fft.ts';
import { type KaiserSinc, kaiserSinc } from './kaiser-sinc.ts';

/** A signal, or the part of one that is kept. */
interface Signal {
  /** Samples from index `start` of the signal on. */
  readonly values: Samples;
  readonly start: number;
  /** How many samples the signal has, before and after `start`. Zeros follow them. */
  readonly end: number;
}

/** Filters a signal and changes its rate by a power of two, block by block. */
export interface BandLimiter {
  /** Zeros before time 0, where soxr's second filter does not get the ringing of the first. */
  readonly lead: number;
  /** Output samples of a block. */
  readonly blockLength: number;
  /** Input samples from one block to the next. */
  readonly stride: number;
  /** How many input samples block 0 reads before time 0, and block n before `n * stride`. */
  readonly lookBack: number;
  /** How many input samples it reads after that time. */
  readonly lookAhead: number;
  /** How many blocks it takes to go beyond the end of `length` samples by the margin. */
  blocks(length: number): number;
  /**
   * Writes block `index` of the output, from time 0 on, to `out` from `at` on. Allocates nothing
   * but what a transform does.
   */
  block(signal: Signal, index: number, out: Float32Array, at: number): void;
}

/**
 * Convolution with a symmetric filter by overlap-save. The rate changes inside of the transform:
 * a spectrum is repeated to double the rate and folded to halve it.
 *
 * Three details are as in soxr although they are not audible, because the tuning that is estimated
 * from digital silence depends on them. Spectra are rounded to float32. A block of zeros stays
 * zero. Blocks begin at the same samples.
 *
 * @param filter The low-pass filter, in samples of the output.
 * @param doublings The output has `2 ** doublings` samples for each one of the input.
 * @param margin How many samples the output has before and after the signal.
 */
export function bandLimiter(filter: KaiserSinc, doublings: number, margin: number): BandLimiter {
  const up = 2 ** Math.max(0, doublings);
  const down = 2 ** Math.max(0, -doublings);
  // The filter runs at the higher of the two rates: the output's, or, when folding, the input's.
  const half = Math.floor(filter.halfWidth * down);
  // Four times the filter's length. Longer blocks overlap less but transform slower.
  let size = 64;
  while (size < 8 * half) size *= 2;

  const gains = filterSpectrum(filter, { size, half, up, down });
  const inputFft = planFft(size / up);
  const outputFft = planFft(size / down);

  // Overlap and stride in samples of the input. Both are whole numbers of output samples, too.
  const overlap = Math.ceil(half / (up * down)) * down;
  const stride = Math.floor((size / up - 2 * overlap) / down) * down;
  const toOutput = (count: number): number => (count * up) / down;
  const lead = Math.ceil(margin / up) * up;

  const blockLength = toOutput(stride);
  const rates = { up, down };
  const from = toOutput(overlap);

  return {
    lead,
    blockLength,
    stride,
    lookBack: overlap,
    lookAhead: size / up - overlap,
    blocks: (length) =>
      Math.ceil((Math.ceil(length / down) * down + Math.ceil(margin / up) * down) / stride),
    block(signal, index, out, at) {
      if (!load(signal, index * stride - overlap, inputFft)) {
        out.fill(0, at, at + blockLength);
        return;
      }
      inputFft.forward();
      if (up === 1 && down === 1) inputFft.scale(gains);
      else applyGains(inputFft.spectrum, gains, outputFft.spectrum, rates);
      outputFft.inverse();
      outputFft.copySignal(from, blockLength, out, at);
    },
  };
}

/** The spectrum of the zero-phase filter, which is real: `size / 2 + 1` gains. */
function filterSpectrum(
  filter: KaiserSinc,
  { size, half, up, down }: { size: number; half: number; up: number; down: number },
): Float64Array {
  const taps = new Float64Array(size);
  let sum = 0;
  for (let n = -half; n <= half; n++) {
    const value = kaiserSinc(filter, n / down);
    taps[(n + size) % size] = value;
    sum += value;
  }
  const fft = planFft(size);
  fft.signal.set(taps);
  fft.forward();
  const scale = up / (sum * down);
  return Float64Array.from({ length: fft.bins }, (_, k) => fft.spectrum[2 * k] * scale);
}

/**
 * Loads samples from `start` on, zeros outside.
 *
 * @returns Whether any is not 0.
 */
function load({ values, start: kept, end: length }: Signal, start: number, fft: RealFft): boolean {
  const first = Math.max(0, -start);
  const end = Math.max(first, Math.min(fft.size, length - start));
  const from = start - kept;
  let sound = first;
  while (sound < end && values[from + sound] === 0) sound++;
  if (sound === end) return false;
  const { signal } = fft;
  signal.fill(0, 0, first);
  // Whole signals are fastest by a view; those of streams are float64, and nothing is allocated.
  if (values instanceof Float32Array) signal.set(values.subarray(from + first, from + end), first);
  else for (let i = first; i < end; i++) signal[i] = values[from + i];
  signal.fill(0, end);
  return true;
}

/**
 * `filtered[k]` = the sum of `spectrum * gains` over all k that alias to it. Both are the lower
 * half of a spectrum of real numbers. The upper half is the conjugate of its mirror image.
 *
 * The shorter of the two is read back and forth along the gains, `up` or `down` times.
 */
function applyGains(
  spectrum: Float64Array,
  gains: Float64Array,
  filtered: Float64Array,
  { up, down }: { up: number; down: number },
): void {
  const f32 = Math.fround;
  for (let i = 0; i < spectrum.length; i++) spectrum[i] = f32(spectrum[i]);
  const run = (gains.length - 1) / (up * down);
  if (up === 1) filtered.fill(0);
  for (let pass = 0; pass < up * down; pass++) {
    const apply = up > 1 ? repeat : fold;
    apply(spectrum, gains, filtered, run, pass);
  }
  if (up === 1) for (let i = 0; i < filtered.length; i++) filtered[i] = f32(filtered[i]);
}

/** Writes part `pass` of a spectrum that is repeated, rounded to float32. */
function repeat(
  spectrum: Float64Array,
  gains: Float64Array,
  filtered: Float64Array,
  run: number,
  pass: number,
): void {
  const f32 = Math.fround;
  const mirrored = pass % 2 === 1;
  const first = pass * run;
  const sign = mirrored ? -1 : 1;
  const step = mirrored ? -2 : 2;
  let source = mirrored ? 2 * run : 0;
  for (let i = first; i <= first + run; i++, source += step) {
    const gain = gains[i];
    filtered[2 * i] = f32(spectrum[source] * gain);
    filtered[2 * i + 1] = f32(sign * spectrum[source + 1] * gain);
  }
}

/** Adds part `pass` of a spectrum that is folded. */
function fold(
  spectrum: Float64Array,
  gains: Float64Array,
  filtered: Float64Array,
  run: number,
  pass: number,
): void {
  const mirrored = pass % 2 === 1;
  const first = pass * run;
  const sign = mirrored ? -1 : 1;
  const step = mirrored ? -2 : 2;
  let target = mirrored ? 2 * run : 0;
  for (let i = first; i <= first + run; i++, target += step) {
    const gain = gains[i];
    filtered[target] += spectrum[2 * i] * gain;
    filtered[target + 1] += sign * spectrum[2 * i + 1] * gain;
  }
}
