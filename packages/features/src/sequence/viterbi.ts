import type { OptionNames } from '@ser/internal';
import { FeatureError } from '../feature-error.ts';
import { checkMatrix } from '../util/check-matrix.ts';
import { checkOptions } from '../util/check-options.ts';
import { badArgument } from '../util/checks.ts';
import { MAX_VALUES } from '../util/limits.ts';
import { lnProbability } from '../util/ln-probability.ts';
import type { Matrix } from '../util/matrix.ts';

/** The options of {@link viterbi}. */
export interface ViterbiOptions {
  /** The probability of each state in the first frame. Default: all are equally probable. */
  pInit?: ArrayLike<number>;
  /** Whether the logarithm of the path's probability is returned too. Default false. */
  returnLogp?: boolean;
}

/** The names of the options. */
const OPTIONS: OptionNames<ViterbiOptions> = { pInit: true, returnLogp: true };

/** A path, and how probable it is. */
export interface ViterbiResult {
  /** The state of each frame. */
  readonly states: Int32Array;
  /** The natural logarithm of the path's probability with the observations. */
  readonly logp: number;
}

/** How far from 1 a sum of probabilities may be. */
const SUM_TOLERANCE = 1e-5;

/**
 * The most probable path through hidden states; librosa's `sequence.viterbi`. Of predecessors that
 * tie it takes the first.
 *
 * @param prob The probability of each frame's observation in each state, `[states, frames]`.
 * @param transition The probability of going from a state, the row, to another, the column.
 * @returns The state of each frame, with `returnLogp` in an object beside `logp`.
 * @throws {FeatureError} for what are no probabilities, rows of `transition` that do not sum to 1,
 *   sizes that do not fit, and options out of range.
 */
export function viterbi(
  prob: Matrix,
  transition: Matrix,
  options: ViterbiOptions & { returnLogp: true },
): ViterbiResult;
export function viterbi(
  prob: Matrix,
  transition: Matrix,
  options?: ViterbiOptions & { returnLogp?: false },
): Int32Array;
export function viterbi(
  prob: Matrix,
  transition: Matrix,
  options: ViterbiOptions = {},
): Int32Array | ViterbiResult {
  checkOptions('sequence.viterbi', options, OPTIONS);
  checkProbabilities('prob', prob);
  checkProbabilities('transition', transition);
  const [states, frames] = prob.shape;
  checkTransition(transition, states);
  if (states * frames > MAX_VALUES) {
    throw badArgument(
      'sequence.viterbi',
      'prob',
      `of at most ${MAX_VALUES} values`,
      states * frames,
    );
  }
  const { returnLogp = false } = options;
  if (typeof returnLogp !== 'boolean') {
    throw badArgument('sequence.viterbi', 'returnLogp', 'true or false', returnLogp);
  }
  const first = initial(options.pInit, states);

  const steps = new Float64Array(states * states);
  for (let i = 0; i < steps.length; i++) {
    steps[(i % states) * states + Math.floor(i / states)] = lnProbability(transition.data[i]);
  }
  const observed = (state: number, t: number): number =>
    lnProbability(prob.data[state * frames + t]);
  const pointers = new Int32Array(states * frames);
  let values = first.map((probability, state) => lnProbability(probability) + observed(state, 0));
  let next = new Float64Array(states);
  for (let t = 1; t < frames; t++) {
    for (let to = 0; to < states; to++) {
      let most = Number.NEGATIVE_INFINITY;
      let best = 0;
      for (let from = 0; from < states; from++) {
        const value = values[from] + steps[to * states + from];
        if (value > most) {
          most = value;
          best = from;
        }
      }
      pointers[t * states + to] = best;
      next[to] = observed(to, t) + most;
    }
    [values, next] = [next, values];
  }

  const path = new Int32Array(frames);
  const logp = values.reduce((a, b) => Math.max(a, b));
  path[frames - 1] = values.indexOf(logp);
  for (let t = frames - 1; t > 0; t--) path[t - 1] = pointers[t * states + path[t]];
  return returnLogp ? { states: path, logp } : path;
}

function initial(pInit: ArrayLike<number> | undefined, states: number): Float64Array {
  if (pInit === undefined) return new Float64Array(states).fill(1 / states);
  const fits = typeof pInit === 'object' && pInit !== null && pInit.length === states;
  if (!fits)
    throw badArgument('sequence.viterbi', 'pInit', `${states} numbers, one a state`, pInit);
  const first = Float64Array.from(pInit);
  const sum = first.reduce((a, b) => a + b);
  if (first.every((value) => value >= 0) && Math.abs(sum - 1) <= SUM_TOLERANCE) return first;
  throw badArgument('sequence.viterbi', 'pInit', 'probabilities that sum to 1', sum);
}

function checkProbabilities(name: string, matrix: Matrix): void {
  checkMatrix('sequence.viterbi', name, matrix);
  const wrong = matrix.data.find((value) => !(value >= 0 && value <= 1));
  if (wrong !== undefined)
    throw badArgument('sequence.viterbi', name, 'probabilities in [0, 1]', wrong);
}

function checkTransition({ data, shape }: Matrix, states: number): void {
  if (shape[0] !== states || shape[1] !== states) {
    const sizes = `\`transition\` must be of shape [${states},${states}], got [${shape.join()}]`;
    throw new FeatureError('bad-argument', `sequence.viterbi: ${sizes}`);
  }
  for (let row = 0; row < states; row++) {
    const sum = data.subarray(row * states, (row + 1) * states).reduce((a, b) => a + b);
    if (Math.abs(sum - 1) <= SUM_TOLERANCE) continue;
    throw badArgument('sequence.viterbi', 'transition', `such that row ${row} sums to 1`, sum);
  }
}
