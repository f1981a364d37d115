import { maximise } from './maximise.ts';
import { interpolateSinc } from './sinc.ts';

/** Samples on each side from which the height of a peak is read when peaks are chosen. */
const FIRST_DEPTH = 30;

/** The same where the chosen peaks are refined. */
const DEPTH = 70;

/** The same at lags of no more than three samples, and where precision is asked for. */
const DEEP = 700;

/** How much higher a peak may be once it is refined. */
const MOST_GAIN = 0.3;

/**
 * What heights differ by that are equal but for rounding: where a sound is constant, its correlation
 * is flat, and a peak of the last bits would be none.
 */
const FLAT = 1e-12;

/** From which part of the sampling rate on a frequency is refined deeply. */
const SHORT_LAGS = 0.3;

/** The candidates of one frame, of which the first is unvoiced and has the frequency 0. */
export interface Candidates {
  /** Hz. */
  readonly frequency: Float64Array;
  /** The height of the correlation. */
  readonly strength: Float64Array;
}

export interface CandidateOptions {
  readonly sampleRate: number;
  /** Lowest pitch in Hz. */
  readonly floor: number;
  /** What a candidate loses for each octave that it is below another. */
  readonly octaveCost: number;
  /** Peaks above this are looked at. */
  readonly least: number;
  /** The most candidates, the unvoiced one included. */
  readonly most: number;
  /** Whether all peaks are refined deeply. */
  readonly deep: boolean;
}

/** The correlation of a frame, as a correlator has it. */
interface Correlation {
  readonly r: Float64Array;
  readonly reach: number;
  readonly maxLag: number;
}

interface Peak {
  readonly index: number;
  readonly frequency: number;
  readonly strength: number;
  /** Its strength in the choice of candidates. */
  readonly local: number;
}

/** The candidates of a frame: the peaks of its correlation, step 3.11 of P. Boersma (1993). */
export function findCandidates(correlation: Correlation, options: CandidateOptions): Candidates {
  const { sampleRate, deep } = options;
  const peaks = strongestPeaks(correlation, options);
  const frequency = new Float64Array(peaks.length + 1);
  const strength = new Float64Array(peaks.length + 1);
  const found = new Float64Array(2);
  peaks.forEach((peak, k) => {
    refine(correlation, peak, deep || peak.frequency > SHORT_LAGS * sampleRate, found);
    frequency[k + 1] = sampleRate / (found[0] - correlation.reach);
    strength[k + 1] = reflected(found[1]);
  });
  return { frequency, strength };
}

/**
 * The strength of the strongest candidate below a ceiling, refined deeply; 0 where there is none.
 * Peaks that are much lower than another are not refined.
 */
export function strongestCandidate(
  correlation: Correlation,
  options: CandidateOptions & { readonly ceiling: number },
): number {
  const { sampleRate, ceiling } = options;
  const peaks = strongestPeaks(correlation, options).sort((a, b) => b.strength - a.strength);
  const found = new Float64Array(2);
  let best = 0;
  for (const peak of peaks) {
    if (peak.strength < best - MOST_GAIN) break;
    refine(correlation, peak, true, found);
    if (sampleRate / (found[0] - correlation.reach) < ceiling) {
      best = Math.max(best, reflected(found[1]));
    }
  }
  return best;
}

/** The place and the height of a peak between samples. */
function refine({ r }: Correlation, { index }: Peak, deep: boolean, out: Float64Array): void {
  const depth = deep ? DEEP : DEPTH;
  maximise((at) => interpolateSinc(r, at, depth), index - 1, index + 1, out);
}

/** The peaks of a correlation; where there are too many, a stronger one takes the weakest's place. */
function strongestPeaks(
  { r, reach, maxLag }: Correlation,
  { sampleRate, floor, octaveCost, least, most }: CandidateOptions,
): Peak[] {
  const peaks: Peak[] = [];
  const end = Math.min(maxLag, reach);
  for (let i = 2; i < end; i++) {
    const index = reach + i;
    const here = r[index];
    const before = r[index - 1];
    const after = r[index + 1];
    if (!(here > least && here - before > FLAT && here - after > -FLAT)) continue;
    const lag = i + (0.5 * (after - before)) / (2 * here - before - after);
    const frequency = sampleRate / lag;
    const strength = reflected(interpolateSinc(r, reach + lag, FIRST_DEPTH));
    const local = strength - octaveCost * Math.log2(floor / frequency);
    const peak = { index, frequency, strength, local };
    if (peaks.length < most - 1) {
      peaks.push(peak);
      continue;
    }
    let weakest = -1;
    let lowest = local;
    for (let k = 0; k < peaks.length; k++) {
      if (peaks[k].local < lowest) {
        weakest = k;
        lowest = peaks[k].local;
      }
    }
    if (weakest >= 0) peaks[weakest] = peak;
  }
  return peaks;
}

/** A height above 1, which interpolation may give, as far below 1. */
const reflected = (height: number): number => (height > 1 ? 1 / height : height);
