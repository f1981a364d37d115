import { log2 } from '../../kernels/log10.ts';
import { once } from '../../util/once.ts';
import { RATE } from '../analysis-rate.ts';

/** The lowest and the highest pitch in Hz. */
const LOWEST = 65;
const HIGHEST = 800;
const FIRST_LAG: number = Math.floor(RATE / HIGHEST);
const END_LAG: number = Math.floor(RATE / LOWEST);

/** How many peaks of a frame are kept. */
export const MOST_CANDIDATES = 5;

/** A peak of the autocorrelation below this is none. */
const LEAST_PEAK = 0.2;

/** What a peak an octave lower scores less, so that the period wins over its multiples. */
const OCTAVE_COST = 0.01;

/** Below this a peak is flat, and no parabola refines it. */
const LEAST_CURVE = 1e-9;

/** Peaks of a frame's autocorrelation. */
export interface Candidates {
  count: number;
  /** The pitch of each in Hz, the best first. */
  readonly hz: Float64Array;
  readonly scores: Float64Array;
  /** The highest peak, in [0, 1]; 0 where there is none. */
  periodicity: number;
}

/** Room for the candidates of a frame. */
export const noCandidates = (): Candidates => ({
  count: 0,
  hz: new Float64Array(MOST_CANDIDATES),
  scores: new Float64Array(MOST_CANDIDATES),
  periodicity: 0,
});

/** By lag, what its octave costs. */
const COSTS: () => Float64Array = /* @__PURE__ */ once(() =>
  Float64Array.from({ length: END_LAG }, (_, lag) =>
    lag === 0 ? 0 : OCTAVE_COST * log2((LOWEST * lag) / RATE),
  ),
);

const lags = new Int32Array(MOST_CANDIDATES);

/**
 * Finds the best peaks of an autocorrelation: its value less the cost of its octave. Of equal ones
 * the shorter lag is first. A parabola through its neighbours refines each lag; its score stays.
 */
export function findCandidates(correlation: Float64Array, out: Candidates): void {
  const costs = COSTS();
  const { scores, hz } = out;
  let count = 0;
  let highest = 0;
  for (let lag = FIRST_LAG; lag < END_LAG; lag++) {
    const value = correlation[lag];
    if (!(value > LEAST_PEAK && value > correlation[lag - 1])) continue;
    if (!(value >= correlation[lag + 1])) continue;
    if (value > highest) highest = value;
    const score = value - costs[lag];
    let place = count;
    while (place > 0 && scores[place - 1] < score) place--;
    if (place >= MOST_CANDIDATES) continue;
    if (count < MOST_CANDIDATES) count++;
    for (let i = count - 1; i > place; i--) {
      scores[i] = scores[i - 1];
      lags[i] = lags[i - 1];
    }
    scores[place] = score;
    lags[place] = lag;
  }
  for (let i = 0; i < count; i++) hz[i] = RATE / refined(correlation, lags[i]);
  out.count = count;
  out.periodicity = Math.min(1, highest);
}

/** The top of a parabola through a peak and its neighbours. */
function refined(correlation: Float64Array, lag: number): number {
  const before = correlation[lag - 1];
  const after = correlation[lag + 1];
  const curve = before - 2 * correlation[lag] + after;
  if (Math.abs(curve) <= LEAST_CURVE) return lag;
  return lag + Math.max(-1, Math.min(1, (0.5 * (before - after)) / curve));
}
