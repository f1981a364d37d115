import type { Samples } from '../../samples.ts';
import { planFft } from '../fft/plan-fft.ts';
import { convolver } from './convolver.ts';
import { type KaiserSinc, kaiserSinc } from './kaiser-sinc.ts';

/** A signal, or the part of one that is kept. */
interface Signal {
  /** Samples from index `start` of the signal on. */
  readonly values: Samples;
  readonly start: number;
  /** How many samples the signal has, before and after `start`. Zeros follow them. */
  readonly end: number;
}

/** How a rate changes; whole numbers of the primes 2 and 3, and one nine of them at most. */
interface Rates {
  /** How many times the rate is raised. */
  readonly up: number;
  /** How many times it falls then; a power of two, and 1 where it is raised. */
  readonly halvings: number;
  /** How many samples the output goes on by at each step. */
  readonly step: number;
}

/** Filters a signal and changes its rate by a fraction, block by block. */
export interface BandLimiter {
  /** Zeros before time 0, where soxr's second filter does not get the ringing of the first. */
  readonly lead: number;
  /** Whether a sample that is not finite leaves no finite one in its block. */
  readonly spreads: boolean;
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
   * Writes block `index` of the output, from time 0 on, to `out` from `at` on. Of a whole
   * signal in float32 it allocates a view of it, and nothing else.
   */
  block(signal: Signal, index: number, out: Float32Array, at: number): void;
}

/**
 * Convolution with a symmetric filter by overlap-save. The rate changes inside of the transform.
 *
 * Three details are as in soxr although they are not audible, because the tuning that is estimated
 * from digital silence depends on them. Transforms are in float32. A block of zeros stays zero,
 * and blocks begin where soxr's do.
 *
 * @param filter The low-pass filter, in samples of `up / halvings` times the input's rate.
 * @param rates The output has `up / (halvings * step)` samples for each one of the input.
 * @param margin How many samples the output has before and after the signal.
 */
export function bandLimiter(
  filter: KaiserSinc,
  { up, halvings, step }: Rates,
  margin: number,
): BandLimiter {
  const down = halvings * step;
  // The filter runs at the higher of the two rates: the output's, or, when folding, the input's.
  const half = Math.floor(filter.halfWidth * halvings);
  // Four times the filter's length. Longer blocks overlap less but transform slower.
  let size = up % 3 === 0 ? 96 : 64;
  while (size < 8 * half) size *= 2;
  // A spectrum can be folded to whole parts of its length only.
  const length = step % 3 === 0 ? (size / 8) * 9 : size;

  const { input, output, convolve } = convolver({
    inputLength: length / up,
    outputLength: length / down,
    gains: filterSpectrum(filter, { size: length, half, up, down, halvings }),
  });

  // Overlap and stride in samples of the input. Both are whole numbers of output samples, too.
  const reach = Math.ceil(half / (up * halvings)) * halvings;
  const stride = Math.floor((size / up - 2 * reach) / down) * down;
  const overlap = Math.ceil(reach / down) * down;
  const lookAhead = size / up - reach - Math.floor((down - halvings) / up);
  const toOutput = (count: number): number => (count * up) / down;
  const lead = Math.ceil(margin / up) * up;

  const blockLength = toOutput(stride);
  const result = output.subarray(0, blockLength);
  // A transform takes the signal for periodic, so what is before a block stands at the end.
  const before = input.length - overlap;

  return {
    lead,
    spreads: true,
    blockLength,
    stride,
    lookBack: overlap,
    lookAhead,
    blocks: (length) =>
      Math.ceil((Math.ceil(length / down) * down + Math.ceil(margin / up) * down) / stride),
    block(signal, index, out, at) {
      const start = index * stride;
      if (isSilent(signal, start - overlap, start + lookAhead)) {
        out.fill(0, at, at + blockLength);
        return;
      }
      copy(signal, start, start + lookAhead, input, 0);
      input.fill(0, lookAhead, before);
      copy(signal, start - overlap, start, input, before);
      convolve();
      out.set(result, at);
    },
  };
}

/** The spectrum of the zero-phase filter, which is real: `size / 2 + 1` gains. */
function filterSpectrum(
  filter: KaiserSinc,
  {
    size,
    half,
    up,
    down,
    halvings,
  }: { size: number; half: number; up: number; down: number; halvings: number },
): Float64Array {
  const taps = new Float64Array(size);
  let sum = 0;
  for (let n = half; n >= 0; n--) {
    const value = kaiserSinc(filter, n / halvings);
    taps[n] = value;
    if (n > 0) taps[size - n] = value;
    sum += n > 0 ? 2 * value : value;
  }
  const fft = planFft(size);
  fft.signal.set(taps);
  fft.forward();
  const scale = up / (sum * down);
  return Float64Array.from({ length: fft.bins }, (_, k) => fft.spectrum[2 * k] * scale);
}

/** Whether all samples from `from` to `to` are 0, as those outside of the signal are. */
function isSilent({ values, start, end }: Signal, from: number, to: number): boolean {
  const last = Math.min(to, end) - start;
  for (let i = Math.max(0, from) - start; i < last; i++) if (values[i] !== 0) return false;
  return true;
}

/** Copies samples from `from` to `to`, and zeros for those outside of the signal. */
function copy(
  { values, start, end }: Signal,
  from: number,
  to: number,
  input: Float32Array,
  at: number,
): void {
  const first = Math.min(Math.max(0, from), to);
  const last = Math.max(first, Math.min(to, end));
  const target = at + first - from;
  input.fill(0, at, target);
  // Whole signals are fastest by a view; those of streams are float64, and nothing is allocated.
  if (values instanceof Float32Array) {
    input.set(values.subarray(first - start, last - start), target);
  } else {
    for (let i = first; i < last; i++) input[target + i - first] = values[i - start];
  }
  input.fill(0, target + last - first, at + to - from);
}
