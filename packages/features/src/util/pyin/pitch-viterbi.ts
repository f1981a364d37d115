import { lnProbability, type PitchTransitions, type Transitions } from './pitch-transitions.ts';
import { slidingMaximum } from './sliding-maximum.ts';

/** The logarithm of a probability of 0. */
const NEVER = lnProbability(0);

/** By how much a bound must fall short: more than rounding can move a sum of logarithms. */
const SLACK = 1e-6;

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
  /** The state of each frame: a bin where it is voiced, and a bin more than `bins` where not. */
  states(): Int32Array;
}

/**
 * Viterbi's algorithm for `bins` bins of pitch, voiced and then unvoiced, as librosa's
 * `sequence.viterbi` decides: of predecessors that tie, the first.
 *
 * librosa compares every state with every other. Here transitions are a band, few voiced states are
 * observed, and all unvoiced ones are equally probable. So the best predecessor is searched from
 * near to far, until a bound says that none further off is as good. The states that are found are
 * the same.
 */
export function pitchViterbi(
  bins: number,
  frames: number,
  { reach, rows, same, cross }: PitchTransitions,
): PitchViterbi {
  const states = 2 * bins;
  const columns = 2 * reach + 1;
  const pointers = new Uint16Array(states * frames);
  const values = new Float64Array(states);
  const best = new Float64Array(states);
  const from = new Int32Array(states);
  const bounds = new Float64Array(bins);
  const maxima = new Float64Array(bins);
  const queue = new Int32Array(bins);
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

  /** Unvoiced states differ little from their neighbours: the search ends near. */
  function fromUnvoiced(): void {
    bound(bins);
    search(same, bins, bins, 0);
    search(cross, bins, 0, gap());
  }

  /** Voiced states that were not observed, which are worth a search only where nothing else is. */
  function fromUnobserved(): void {
    bound(0);
    let most = Number.NEGATIVE_INFINITY;
    let least = Number.POSITIVE_INFINITY;
    for (let k = 0; k < bins; k++) most = Math.max(most, bounds[k]);
    for (let k = 0; k < states; k++) least = Math.min(least, best[k]);
    if (most + Math.max(same.fall[0], gap() + cross.fall[0]) + SLACK < least) return;
    search(same, 0, 0, 0);
    search(cross, 0, bins, gap());
  }

  /** Bounds of what each source and its neighbours can give to a step that keeps the voicing. */
  function bound(source: number): void {
    for (let k = 0; k < bins; k++) bounds[k] = values[source + k] + same.stay[k];
    if (source === 0) {
      // The search finds them again in passing, but does not go to look for them.
      for (let i = 0; i < observedCount; i++) bounds[observed[i]] = Number.NEGATIVE_INFINITY;
    }
    slidingMaximum(bounds, reach, maxima, queue);
  }

  /** How much more a step can give that changes the voicing. */
  function gap(): number {
    let most = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < bins; k++) most = Math.max(most, cross.stay[k] - same.stay[k]);
    return most;
  }

  /** Searches the predecessors of each of `bins` states among `bins` others, from near to far. */
  function search(
    { table, fall }: Transitions,
    source: number,
    target: number,
    offset: number,
  ): void {
    for (let to = 0; to < bins; to++) {
      const limit = maxima[to] + offset + SLACK;
      for (let away = 0; away <= reach; away++) {
        if (limit + fall[away] < best[target + to]) break;
        const down = to - away;
        const up = to + away;
        if (down >= 0) {
          const value = values[source + down] + table[rows[down] * columns + reach + away];
          offer(value, source + down, target + to);
        }
        if (up < bins) {
          const value = values[source + up] + table[rows[up] * columns + reach - away];
          offer(value, source + up, target + to);
        }
      }
    }
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
