import type { KaiserSinc } from './kaiser-sinc.ts';

/**
 * How to resample from one rate to another, as soxr's HQ does it.
 *
 * First a long filter removes all above the lower Nyquist frequency. It works at an intermediate
 * rate, which is the input's times a power of two, and at least twice what the output needs. There
 * the signal is far from its images, so that a filter of 15 samples can read its value at any time.
 */
export interface ResamplePlan {
  /** The intermediate rate is `from * 2 ** doublings`. */
  readonly doublings: number;
  /**
   * The long filter, in samples of the intermediate rate; undefined where the interpolator is the
   * long filter.
   */
  readonly bandLimit: KaiserSinc | undefined;
  /** The short filter; undefined where every output sample is one of the intermediate ones. */
  readonly interpolator: KaiserSinc | undefined;
  /** Intermediate samples from one output sample to the next. */
  readonly step: number;
}

/*
 * The constants below are Kaiser windows that tools/parity/fit_soxr.py fitted to the impulse
 * response of soxr 1.1.0 (libsoxr 0.1.3) at quality HQ. They are within 3e-7 of it. The long filter
 * is at half gain at 0.957 of the lower Nyquist frequency and gone at 1.
 */
const CUTOFF = 0.956872;

/** The shape of the long filter. */
interface LongFilter {
  readonly beta: number;
  /** The width from the middle to an end, in sample intervals of half the lower rate. */
  readonly lobes: number;
}

const WITH_INTERPOLATOR: LongFilter = { beta: 13.711, lobes: 50.6 };

/**
 * The long filter by how many filters follow each other in soxr, 1 or more. Each adds its errors to
 * the others', and so all of them are better.
 */
const OF_FILTERS: readonly LongFilter[] = [
  { beta: 13.04, lobes: 48.2 },
  { beta: 13.711, lobes: 50.65 },
  { beta: 14.104, lobes: 52.1 },
  { beta: 14.384, lobes: 53.1 },
  { beta: 14.6, lobes: 53.85 },
  { beta: 14.777, lobes: 54.6 },
  { beta: 14.926, lobes: 55.2 },
  { beta: 15.056, lobes: 55.7 },
];

/**
 * Ratios that soxr reaches by one long filter, which reads the values between the samples itself,
 * and some by a short one after it.
 */
const SIMPLE_RATIOS: readonly {
  /** The output's rate over the input's. */
  readonly ratio: number;
  /** How many times the input's rate the long filter works at. */
  readonly up: number;
  readonly filters: 1 | 2;
}[] = [
  { ratio: 3 / 4, up: 3, filters: 1 },
  { ratio: 4 / 3, up: 4, filters: 1 },
  { ratio: 3 / 2, up: 3, filters: 1 },
  { ratio: 3, up: 3, filters: 1 },
  { ratio: 4, up: 4, filters: 1 },
  { ratio: 5, up: 5, filters: 1 },
  { ratio: 6, up: 3, filters: 2 },
  { ratio: 8, up: 2, filters: 2 },
  { ratio: 12, up: 3, filters: 2 },
  { ratio: 16, up: 4, filters: 2 },
  { ratio: 20, up: 5, filters: 2 },
  { ratio: 32, up: 4, filters: 2 },
];

/** Above this ratio upwards soxr has other filters. */
const STEEP = 5;

/** The short filter takes its shape from `step`: the last row that begins at or below it. */
const INTERPOLATORS: readonly (KaiserSinc & { readonly from: number })[] = [
  { from: 0, cutoff: 0.45424, halfWidth: 7.508, beta: 14.063 },
  { from: 2, cutoff: 0.45306, halfWidth: 8.0575, beta: 14.162 },
  { from: 2.07, cutoff: 0.45539, halfWidth: 7.8571, beta: 13.936 },
  { from: 2.15, cutoff: 0.45204, halfWidth: 7.0177, beta: 14.095 },
  { from: 2.21, cutoff: 0.45091, halfWidth: 7.0342, beta: 14.127 },
  { from: 2.32, cutoff: 0.44856, halfWidth: 7.0333, beta: 14.199 },
  { from: 2.5, cutoff: 0.44204, halfWidth: 7.246, beta: 14.467 },
  { from: 2.74, cutoff: 0.44765, halfWidth: 5.9716, beta: 13.988 },
  { from: 2.82, cutoff: 0.44656, halfWidth: 5.9742, beta: 14.01 },
];

/** The plan for a pair of rates in Hz. */
export function planResample(from: number, to: number): ResamplePlan {
  const ratio = to / from;
  const simple = SIMPLE_RATIOS.find((each) => each.ratio === ratio);
  if (simple) return simplePlan(simple);
  const lower = Math.min(from, to);
  let doublings = 1;
  while (from * 2 ** (doublings - 1) >= 2 * lower) doublings--;
  const between = from * 2 ** doublings;
  const step = between / to;

  const direct = Number.isInteger(step);
  const halvings = Math.max(0, -doublings);
  const { beta, lobes } = direct ? ofFilters(halvings + 1) : beforeInterpolator(halvings, ratio);
  const granularity = ratio > 1 && ratio <= STEEP && !direct ? 4 : 2;
  const half = Math.ceil((lobes * between) / (lower / 2) / granularity) * granularity;
  return {
    doublings,
    bandLimit: { cutoff: (CUTOFF * lower) / 2 / between, halfWidth: half + 0.5, beta },
    interpolator: direct ? undefined : INTERPOLATORS.findLast((row) => row.from <= step),
    step,
  };
}

/** The long filter where soxr has `count` filters, or the best there is. */
function ofFilters(count: number): LongFilter {
  return OF_FILTERS[Math.min(count, OF_FILTERS.length) - 1];
}

/** The long filter before a short one, after soxr has halved the rate so often. */
function beforeInterpolator(halvings: number, ratio: number): LongFilter {
  if (halvings > 0) return ofFilters(2 * halvings + 2);
  return ratio > STEEP ? ofFilters(4) : WITH_INTERPOLATOR;
}

/** The long filter reads the values between the samples. */
function simplePlan({ ratio, up, filters }: (typeof SIMPLE_RATIOS)[number]): ResamplePlan {
  const { beta, lobes } = ofFilters(filters);
  const granularity = up % 4 === 0 ? 4 : 2;
  const half = Math.ceil((lobes * 2 * Math.max(up, up / ratio)) / granularity) * granularity;
  return {
    doublings: 0,
    bandLimit: undefined,
    interpolator: {
      cutoff: (CUTOFF * Math.min(1, ratio)) / 2,
      halfWidth: (half + 0.5) / up,
      beta,
    },
    step: 1 / ratio,
  };
}
