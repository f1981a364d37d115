import { lnProbability } from '../ln-probability.ts';
import { bandSearch } from './band-search.ts';
import type { PitchTransitions } from './pitch-transitions.ts';

/** The logarithm of a probability of 0. */
const NEVER = lnProbability(0);

/** The most probable path through pYIN's states, frame by frame. */
export interface PitchViterbi {
  /**
   * Goes on to the next frame.
   *
   * @param bins The bins of the pitches that were observed, ascending.
   * @param probabilities Of each of those bins.
   * @param count How many there are.
   * @param unvoiced The probability of each bin that is not voiced.
   */
  step(bins: Int32Array, probabilities: Float64Array, count: number, unvoiced: number): void;
  /** The state of each frame: its bin where it is voiced, and `bins` more where it is not. */
  states(): Int32Array;
}

/**
 * Viterbi's algorithm for `bins` bins of pitch, voiced and then unvoiced, as librosa's
 * `sequence.viterbi` decides: of predecessors that tie, the first.
 *
 * librosa compares every state with every other. Here the same predecessors are found by what is
 * known of these: steps are a band, few voiced states are observed, and the unvoiced ones of a
 * frame are equally probable.
 */
export function pitchViterbi(
  bins: number,
  frames: number,
  { reach, rows, same, cross, gap }: PitchTransitions,
): PitchViterbi {
  const states = 2 * bins;
  const columns = 2 * reach + 1;
  const pointers = new Uint16Array(states * frames);
  const values = new Float64Array(states);
  const best = new Float64Array(states);
  const from = new Int32Array(states);
  const { bounds, bound, search } = bandSearch(rows, reach, { values: best, from });
  const observed = new Int32Array(bins);
  let observedCount = 0;
  let frame = 0;

  return { step, states: trace };

  function step(
    found: Int32Array,
    probabilities: Float64Array,
    count: number,
    unvoiced: number,
  ): void {
    if (frame === 0) best.fill(lnProbability(1 / states));
    else {
      fromAnywhere();
      fromObserved();
      fromUnvoiced();
      fromUnobserved();
      pointers.set(from, frame * states);
    }
    const lnUnvoiced = lnProbability(unvoiced);
    for (let k = 0; k < bins; k++) {
      values[k] = NEVER + best[k];
      values[bins + k] = lnUnvoiced + best[bins + k];
    }
    for (let i = 0; i < count; i++) {
      const bin = found[i];
      observed[i] = bin;
      values[bin] = lnProbability(probabilities[i]) + best[bin];
    }
    observedCount = count;
    frame++;
  }

  /** Steps that are too far have a probability of 0, whose logarithm librosa takes for -708. */
  function fromAnywhere(): void {
    let value = Number.NEGATIVE_INFINITY;
    let state = 0;
    for (let k = 0; k < states; k++) {
      if (values[k] + NEVER > value) {
        value = values[k] + NEVER;
        state = k;
      }
    }
    best.fill(value);
    from.fill(state);
  }

  /** Voiced states that were observed stand out from their neighbours: each goes its band. */
  function fromObserved(): void {
    for (let i = 0; i < observedCount; i++) {
      const bin = observed[i];
      const row = rows[bin] * columns + reach - bin;
      const last = Math.min(bins - 1, bin + reach);
      for (let to = Math.max(0, bin - reach); to <= last; to++) {
        offer(values[bin] + same.table[row + to], bin, to);
        offer(values[bin] + cross.table[row + to], bin, bins + to);
      }
    }
  }

  function fromUnvoiced(): void {
    for (let k = 0; k < bins; k++) bounds[k] = values[bins + k] + same.stay[k];
    bound();
    search(same, values, bins, bins, 0);
    search(cross, values, bins, 0, gap);
  }

  /** Voiced states that were not observed: seldom good for anything. */
  function fromUnobserved(): void {
    for (let k = 0; k < bins; k++) bounds[k] = values[k] + same.stay[k];
    // The search need not go to look for those that were.
    for (let i = 0; i < observedCount; i++) bounds[observed[i]] = Number.NEGATIVE_INFINITY;
    const most = bound() + Math.max(same.fall[0], gap + cross.fall[0]);
    let least = Number.POSITIVE_INFINITY;
    for (let k = 0; k < states; k++) if (best[k] < least) least = best[k];
    if (most + 1 < least) return;
    search(same, values, 0, 0, 0);
    search(cross, values, 0, bins, gap);
  }

  function offer(value: number, state: number, target: number): void {
    if (value > best[target] || (value === best[target] && state < from[target])) {
      best[target] = value;
      from[target] = state;
    }
  }

  function trace(): Int32Array {
    const path = new Int32Array(frame);
    for (let state = 1; state < states; state++) {
      if (values[state] > values[path[frame - 1]]) path[frame - 1] = state;
    }
    for (let t = frame - 1; t > 0; t--) path[t - 1] = pointers[t * states + path[t]];
    return path;
  }
}
