import { MAX_CANDIDATES, type PitchCandidate } from './pitch-candidates.ts';

/** The voicing above which a candidate counts as voiced. */
const VOICED = 0.7;

/** The range in Hz in which a pitch costs nothing. */
const USUAL_LOW = 100;
const USUAL_HIGH = 350;

/** Weights of the costs, found from openSMILE's output. */
const LOCAL = 2;
const UNVOICED = 4;
const CHANGE = 12;
const ONSET = 10;
const STAY_UNVOICED = 1;

/**
 * How much it costs to have left a candidate that is away from the strongest of its frame, and to
 * leave it by another distance.
 */
const AWAY = 4;
const OTHER_DISTANCE = 5;

/** What a place without a candidate costs. */
const EMPTY = 10;

const STATES = MAX_CANDIDATES + 1;

/** The cheapest path. */
export interface PitchPath {
  /** A value a frame; 0 where the path is unvoiced. */
  readonly hz: Float64Array;
  /** For how many frames, from the first on, all paths to the last frame are the same one. */
  readonly decided: number;
}

/**
 * The cheapest path through the candidates of all frames.
 *
 * A voiced frame costs by its voicing and by its distance from 100 to 350 Hz, one without a clear
 * candidate more; an unvoiced frame costs where a candidate is clear. Changes of pitch cost by
 * their logarithm, as does the distance from the strongest candidate that is left; changes between
 * voiced and unvoiced cost a constant.
 *
 * F. Eyben (2016): Real-time Speech and Music Classification by Large Audio Feature Space
 * Extraction, chapter 2. The weights are those that agree with openSMILE's output.
 */
export function pitchPath(frames: readonly (readonly PitchCandidate[])[]): PitchPath {
  const hz = new Float64Array(frames.length);
  const origins = new Uint8Array(frames.length * STATES);
  let before: readonly PitchCandidate[] = [];
  let costs = new Float64Array(STATES);
  frames.forEach((now, t) => {
    const next = new Float64Array(STATES);
    for (let to = 0; to < STATES; to++) {
      let least = t === 0 ? 0 : Number.POSITIVE_INFINITY;
      for (let from = 0; t > 0 && from < STATES; from++) {
        const cost = costs[from] + transition(before, from, now, to);
        if (cost >= least) continue;
        least = cost;
        origins[t * STATES + to] = from;
      }
      next[to] = least + localCost(now, to);
    }
    costs = next;
    before = now;
  });
  let state = costs.indexOf(costs.reduce((least, cost) => Math.min(least, cost)));
  for (let t = frames.length - 1; t >= 0; t--) {
    hz[t] = frames[t][state]?.hz ?? 0;
    state = origins[t * STATES + state];
  }
  return { hz, decided: decidedFrames(frames.length, origins) };
}

/** For how many frames all states of the last one have the same path. */
function decidedFrames(frames: number, origins: Uint8Array): number {
  let states = new Set(Array.from({ length: STATES }, (_, state) => state));
  for (let t = frames - 1; t >= 0; t--) {
    if (states.size === 1) return t + 1;
    states = new Set(Array.from(states, (state) => origins[t * STATES + state]));
  }
  return 0;
}

function localCost(candidates: readonly PitchCandidate[], state: number): number {
  if (state === MAX_CANDIDATES) {
    return candidates.some(({ voicing }) => voicing > VOICED) ? LOCAL * UNVOICED : 0;
  }
  const candidate = candidates[state];
  if (candidate === undefined) return LOCAL * EMPTY;
  const { hz, voicing } = candidate;
  const doubt = Math.min(EMPTY, -Math.log(voicing));
  return LOCAL * (doubt + (voicing > VOICED ? 0 : UNVOICED)) + beyondRange(hz);
}

function beyondRange(hz: number): number {
  if (hz < USUAL_LOW) return (USUAL_LOW - hz) / USUAL_LOW;
  return hz > USUAL_HIGH ? (hz - USUAL_HIGH) / USUAL_HIGH : 0;
}

function transition(
  before: readonly PitchCandidate[],
  from: number,
  now: readonly PitchCandidate[],
  to: number,
): number {
  const wasUnvoiced = from === MAX_CANDIDATES;
  const isUnvoiced = to === MAX_CANDIDATES;
  if (wasUnvoiced || isUnvoiced) return wasUnvoiced && isUnvoiced ? STAY_UNVOICED : ONSET;
  const [first, second] = [before[from], now[to]];
  if (first === undefined || second === undefined) return 0;
  const change = distance(first, second);
  const away = distance(first, before[0]);
  return CHANGE * change + AWAY * away + OTHER_DISTANCE * Math.abs(change - away);
}

/** How far two pitches are apart, in natural logarithms. */
function distance(first: PitchCandidate, second: PitchCandidate): number {
  return Math.abs(Math.log(second.hz / first.hz));
}
