import { cached } from '../../util/cached.ts';

/** Hz of the lowest point. */
export const LOWEST_HZ = 25;

/** How far a maximum of the spectrum reaches, in bins on either side. */
const PEAK_REACH = 2;

/** Bits of as many bins, and for each set of them 1 where there is any. */
const ALL_NEAR: number = 2 ** (2 * PEAK_REACH + 1) - 1;
const KEPT: Float64Array = /* @__PURE__ */ new Float64Array(ALL_NEAR + 1).fill(1, 1);

/** How steep the weight rises, and how many times the lowest frequency it reaches one half. */
const WEIGHT_SLOPE = 3;
const WEIGHT_OCTAVES = Math.log2(1.3);

/** How many lengths and rates are cached. */
const CACHED_SCALES = 4;
const scales = new Map<string, OctaveScale>();

/** What is known before the first frame: a natural cubic spline over log2 of the frequency. */
interface OctaveScale {
  /** Octaves from the lowest to the highest point. */
  readonly octaves: number;
  /** 1 over the distance from one knot to the next. */
  readonly slopes: Float64Array;
  /** The elimination of the spline's equations. */
  readonly factors: Float64Array;
  readonly pivots: Float64Array;
  readonly backs: Float64Array;
  /** Of each point: the knot below, the shares of the two knots and of their curvatures. */
  readonly knots: Int32Array;
  readonly shares: Float64Array;
  /** Room for the steps from a transform to the points, which each frame overwrites. */
  readonly kept: Float64Array;
  readonly smoothed: Float64Array;
  readonly bends: Float64Array;
  readonly values: Float64Array;
}

/** An octave spectrum: `points` values from 25 Hz to half the sample rate. */
export interface OctaveSpectrum {
  readonly values: Float64Array;
  /** Octaves from the first to the last point. */
  readonly octaves: number;
}

/**
 * Magnitudes of a transform on a scale of octaves, as Hermes (1988) prepares them for subharmonic
 * summation: maxima with their neighbours are kept and all else is 0, three bins are smoothed, a
 * cubic spline is drawn over log2 of the frequency, and low frequencies are weighted down by an
 * arctangent. It has as many points as the transform has bins. The next call overwrites its values.
 *
 * D. J. Hermes (1988): Measurement of pitch by subharmonic summation. JASA 83(1).
 */
export function octaveSpectrum(magnitudes: Float64Array, sampleRate: number): OctaveSpectrum {
  const points = magnitudes.length;
  const scale = cached(scales, CACHED_SCALES, `${points} ${sampleRate}`, () =>
    octaveScale(points, sampleRate),
  );
  keepMaxima(magnitudes, scale.kept);
  smoothAndEliminate(magnitudes, scale);
  substituteBack(scale);
  interpolate(scale);
  return { values: scale.values, octaves: scale.octaves };
}

/** Zeros all bins but maxima, two neighbours on either side, and what lies before the first. */
function keepMaxima(magnitudes: Float64Array, kept: Float64Array): void {
  const { length } = magnitudes;
  let first = 0;
  while (first < length - 1 && magnitudes[first] < magnitudes[first + 1]) first++;
  for (let k = 0; k <= first; k++) kept[k] = magnitudes[k];
  // Which bins around the present one are maxima, a bit each: a branch would be mispredicted.
  let near = 1;
  for (let k = first + 1 - PEAK_REACH; k < length; k++) {
    near = ((near << 1) | maximumAt(magnitudes, k + PEAK_REACH)) & ALL_NEAR;
    if (k > first) kept[k] = magnitudes[k] * KEPT[near];
  }
}

/** 1 where a bin is above the one before and not below the one after. */
function maximumAt(magnitudes: Float64Array, k: number): number {
  const last = magnitudes.length - 1;
  if (k >= last) return k === last && magnitudes[k] > magnitudes[k - 1] ? 1 : 0;
  const value = magnitudes[k];
  return Number(value > magnitudes[k - 1]) & Number(value >= magnitudes[k + 1]);
}

/**
 * Smooths three bins with a quarter, a half and a quarter, and eliminates the spline's equations
 * from below. The last bin is that of the transform.
 */
function smoothAndEliminate(magnitudes: Float64Array, scale: OctaveScale): void {
  const { slopes, factors, pivots, kept, smoothed, bends } = scale;
  const last = kept.length - 1;
  let value = 0.5 * kept[0] + 0.25 * kept[1];
  let next = 0.25 * (kept[0] + kept[2]) + 0.5 * kept[1];
  let before = (next - value) * slopes[0];
  let bend = 0;
  smoothed[0] = value;
  smoothed[1] = next;
  for (let k = 1; k < last; k++) {
    value = next;
    next = k < last - 1 ? 0.25 * (kept[k] + kept[k + 2]) + 0.5 * kept[k + 1] : magnitudes[last];
    const after = (next - value) * slopes[k];
    bend = 6 * (after - before) * pivots[k] - factors[k] * bend;
    smoothed[k + 1] = next;
    bends[k] = bend;
    before = after;
  }
}

function octaveScale(points: number, sampleRate: number): OctaveScale {
  const last = points - 1;
  // Octaves above the first bin; bin 0 stands an octave below it.
  const knots = Float64Array.from({ length: points }, (_, k) => (k === 0 ? -1 : Math.log2(k)));
  const octaves = Math.log2(sampleRate / 2 / LOWEST_HZ);
  const lowest = Math.log2(LOWEST_HZ / (sampleRate / 2 / last));
  const slopes = Float64Array.from({ length: last }, (_, k) => 1 / (knots[k + 1] - knots[k]));
  const factors = new Float64Array(points);
  const pivots = new Float64Array(points);
  const backs = new Float64Array(points);
  for (let k = 1, above = 0; k < last; k++) {
    const [left, right] = [1 / slopes[k - 1], 1 / slopes[k]];
    pivots[k] = 1 / (2 * (left + right) - left * above);
    factors[k] = left * pivots[k];
    above = right * pivots[k];
    backs[k] = above;
  }
  const below = new Int32Array(points);
  const shares = new Float64Array(4 * points);
  for (let i = 0, k = 0; i < points; i++) {
    const at = lowest + (i * octaves) / last;
    while (k < last - 1 && knots[k + 1] <= at) k++;
    const width = knots[k + 1] - knots[k];
    const right = (at - knots[k]) / width;
    const left = 1 - right;
    const weight =
      0.5 + Math.atan(WEIGHT_SLOPE * (((i + 2) * octaves) / points - WEIGHT_OCTAVES)) / Math.PI;
    const bend = (share: number): number => ((share ** 3 - share) * width * width) / 6;
    below[i] = k;
    shares.set(
      [left, right, bend(left), bend(right)].map((share) => share * weight),
      4 * i,
    );
  }
  const room = (): Float64Array => new Float64Array(points);
  return {
    octaves,
    slopes,
    factors,
    pivots,
    backs,
    knots: below,
    shares,
    kept: room(),
    smoothed: room(),
    bends: room(),
    values: room(),
  };
}

/** The second derivative at each knot, from above; 0 at the first and the last. */
function substituteBack({ backs, bends }: OctaveScale): void {
  let bend = 0;
  for (let k = bends.length - 2; k > 0; k--) {
    bend = bends[k] - backs[k] * bend;
    bends[k] = bend;
  }
}

/** What the spline swings below 0 is 0. */
function interpolate({ knots, shares, smoothed: y, bends, values }: OctaveScale): void {
  for (let i = 0, at = 0; i < values.length; i++, at += 4) {
    const k = knots[i];
    const value =
      shares[at] * y[k] +
      shares[at + 1] * y[k + 1] +
      shares[at + 2] * bends[k] +
      shares[at + 3] * bends[k + 1];
    // The greater of it and 0, without a branch that would be mispredicted.
    values[i] = 0.5 * (value + Math.abs(value));
  }
}
