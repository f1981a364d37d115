import { EvaluationError } from './evaluation-error.ts';
import { createRandom } from './random.ts';
import { type Channel, groupByClip, type Row, type Split } from './row.ts';
import { drawFolds } from './stratified-k-fold.ts';
import { drawTest } from './train-test-split.ts';

export interface ClipSplitsOptions {
  seed: number;
  /** The literature's shuffled 10 folds unless given. */
  folds?: number;
  /** Part of the training clips that validate, in [0, 1); 0.15 unless given. */
  validation?: number;
  /** Rows of other channels stay out; speech alone unless given. */
  channels?: readonly Channel[];
}

/**
 * The protocol `clip`: folds over clips, stratified by label. All rows of a clip are on one side;
 * clips of one actor are on all. Validation clips are drawn from the training side, stratified
 * too. Only originals validate and test; the augmented rows of those clips are left out.
 *
 * @returns One split a fold; indices ascend.
 * @throws {EvaluationError} `bad-argument` for rows that contradict each other or options out of
 *   range; `too-few` for too few clips.
 */
export function clipSplits(
  rows: readonly Row[],
  { seed, folds = 10, validation = 0.15, channels = ['speech'] }: ClipSplitsOptions,
): Split[] {
  if (!(validation >= 0 && validation < 1)) {
    throw new EvaluationError(
      'bad-argument',
      `clipSplits: \`validation\` must be in [0, 1), got ${validation}`,
    );
  }
  const random = createRandom('clipSplits', seed);
  const clips = groupByClip('clipSplits', rows, channels);
  const labels = clips.map(({ label }) => label);
  const originals = (indices: readonly number[]): number[] =>
    ascending(indices.map((i) => clips[i].original));
  return drawFolds('clipSplits', labels, folds, random).map(({ train, test }) => {
    const stratify = train.map((i) => labels[i]);
    const inner =
      validation > 0
        ? drawTest('clipSplits', train.length, validation, random, stratify)
        : { train: train.keys(), test: [] };
    return {
      train: ascending(Array.from(inner.train, (i) => clips[train[i]].all).flat()),
      validation: originals(inner.test.map((i) => train[i])),
      test: originals(test),
    };
  });
}

function ascending(indices: number[]): number[] {
  return indices.sort((a, b) => a - b);
}
