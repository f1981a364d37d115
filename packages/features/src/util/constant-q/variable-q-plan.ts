import { cached } from '../cached.ts';
import { badArgument } from '../checks.ts';
import { MAX_FILTER_SAMPLES, MAX_LENGTH } from '../limits.ts';
import type { ConstantQ } from './constant-q-options.ts';
import { checkHighest, type WaveletBins, waveletBins } from './wavelet-bins.ts';
import { type WaveletSpectrum, waveletSpectrum } from './wavelet-spectra.ts';

/** What a transform is made of: its options, the lowest bin after tuning, and what makes it a VQT. */
export interface VariableQ extends Omit<ConstantQ, 'fMin' | 'padMode'> {
  /** The lowest bin in Hz, tuned. */
  readonly lowest: number;
  /** The ratios of an octave's bins to the first; null for equal steps. */
  readonly intervals: readonly number[] | null;
  /** By how many Hz every bin hears more than its part of an octave; null for the ear's. */
  readonly gamma: number | null;
}

/** The filters of an octave, at its rate. */
export interface OctavePlan {
  /** How many times the rate has been halved, after the first fall. */
  readonly halvings: number;
  readonly hopLength: number;
  readonly nFft: number;
  /** The row of the first filter. */
  readonly firstRow: number;
  readonly filters: readonly WaveletSpectrum[];
  /** By what the response of each filter is multiplied. */
  readonly gains: Float64Array;
}

/** A variable-Q transform, from the highest octave down. */
export interface VariableQPlan {
  /** By what the rate falls at first, a power of two. */
  readonly fall: number;
  readonly octaves: readonly OctavePlan[];
}

/** Estimated tunings are hundredths. The filters of 252 bins have 150 kB. */
const CACHED_PLANS = 64;

const cache = new Map<string, VariableQPlan>();

/**
 * The filters of a transform, cached for each configuration.
 *
 * @throws {FeatureError} for bins beyond half of the rate, and filters too long.
 */
export function variableQPlan(caller: string, transform: VariableQ): VariableQPlan {
  const { window, norm, ...rest } = transform;
  // JSON has no infinity.
  const key = JSON.stringify({ ...rest, window, norm: String(norm) });
  return cached(cache, CACHED_PLANS, key, () => makePlan(caller, transform));
}

function makePlan(caller: string, transform: VariableQ): VariableQPlan {
  const { sampleRate, nBins, binsPerOctave, intervals, scale } = transform;
  const bins = waveletBins(transform);
  checkHighest(caller, bins, sampleRate);
  const perOctave = Math.min(intervals?.length ?? binsPerOctave, nBins);
  const count = Math.ceil(nBins / perOctave);
  const fall = firstFall(transform, bins, count);
  const layouts = octaveLayouts(transform, bins, fall, count, perOctave);
  // Before any filter is made, which takes time.
  const samples = layouts.reduce((sum, { nFft, bins: { length } }) => sum + length * nFft, 0);
  checkFilters(
    caller,
    Math.max(...layouts.map(({ nFft }) => nFft)),
    samples,
    transform.filterScale,
  );
  const filterOf = filterMaker(transform, bins);
  const octaves = layouts.map(({ rate, bins: own, ...layout }) => ({
    ...layout,
    firstRow: own[0],
    filters: own.map((bin) => filterOf(bin, rate, layout.nFft)),
    gains: Float64Array.from(
      own,
      (bin) =>
        (fall * 2 ** layout.halvings) / (scale ? Math.sqrt(bins.seconds[bin] * sampleRate) : 1),
    ),
  }));
  return { fall, octaves };
}

/** An octave before its filters are made. */
interface OctaveLayout extends Pick<OctavePlan, 'halvings' | 'hopLength' | 'nFft'> {
  /** Hz. */
  readonly rate: number;
  readonly bins: readonly number[];
}

/** The octaves from the highest down; the rate is halved as long as 2 divides the hop. */
function octaveLayouts(
  transform: VariableQ,
  { seconds }: WaveletBins,
  fall: number,
  count: number,
  perOctave: number,
): OctaveLayout[] {
  let hopLength = transform.hopLength / fall;
  let halvings = 0;
  return Array.from({ length: count }, (_, octave) => {
    const end = transform.nBins - perOctave * octave;
    const first = Math.max(0, end - perOctave);
    const rate = transform.sampleRate / fall / 2 ** halvings;
    const longest = seconds.subarray(first, end).reduce((a, b) => Math.max(a, b), 0) * rate;
    const nFft = 2 ** Math.ceil(Math.log2(longest));
    const bins = Array.from({ length: end - first }, (_, i) => first + i);
    const layout = { rate, halvings, hopLength, nFft, bins };
    if (hopLength % 2 === 0) {
      hopLength /= 2;
      halvings++;
    }
    return layout;
  });
}

/** Throws where a filter, or all of them together, would be too long. */
export function checkFilters(
  caller: string,
  nFft: number,
  samples: number,
  filterScale: number,
): void {
  if (nFft <= MAX_LENGTH && samples <= MAX_FILTER_SAMPLES) return;
  const most = `${MAX_LENGTH} samples at most, and ${MAX_FILTER_SAMPLES} in all`;
  const expected = `small enough (or fMin great enough) for filters of ${most}`;
  throw badArgument(caller, 'filterScale', expected, filterScale);
}

/** The factor by which the rate may fall before all octaves; librosa's early downsampling. */
function firstFall(
  { sampleRate, hopLength }: VariableQ,
  { highest }: WaveletBins,
  octaves: number,
): number {
  const byBand = Math.ceil(Math.log2(sampleRate / 2 / highest)) - 2;
  let twos = 0;
  for (let hop = hopLength; hop % 2 === 0; hop /= 2) twos++;
  return 2 ** Math.max(0, Math.min(byBand, twos - octaves + 1));
}

/**
 * Makes filters. Those of equal steps are the same in every octave whose rate is half of the last
 * one's, and made once.
 */
function filterMaker(
  transform: VariableQ,
  { frequencies, seconds }: WaveletBins,
): (bin: number, rate: number, nFft: number) => WaveletSpectrum {
  const made = new Map<string, WaveletSpectrum>();
  return (bin, rate, nFft) => {
    const wavelet = { frequency: frequencies[bin] / rate, length: seconds[bin] * rate };
    const key = `${wavelet.frequency},${wavelet.length},${nFft}`;
    const known = made.get(key) ?? waveletSpectrum(wavelet, nFft, transform);
    made.set(key, known);
    return known;
  };
}
