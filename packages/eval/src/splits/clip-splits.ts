import type { OptionNames } from '@ser/internal';
import { checkFractionOrZero } from '../util/check-fractions.ts';
import { checkInteger } from '../util/check-integer.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkStrings } from '../util/check-strings.ts';
import { drawFolds } from '../util/draw-folds.ts';
import { drawTest } from '../util/draw-test.ts';
import type { ClipRows } from '../util/group-by-clip.ts';
import { groupByRecording } from '../util/group-by-recording.ts';
import { hasCondition } from '../util/has-condition.ts';
import { createRandom } from '../util/random.ts';
import type { Row } from './row.ts';
import type { Split } from './split.ts';

/** The literature's shuffled 10 folds. */
export const CLIP_FOLDS = 10;

/** The options of `clipSplits`. */
export interface ClipSplitsOptions {
  /** Decides every draw: the same seed and clips give the same splits. */
  seed: number;
  /** How many folds, 2 or more. Default 10. */
  folds?: number;
  /** The part of the training clips that validates, in [0, 1). Default 0.15. */
  validation?: number;
  /** The conditions whose rows are taken. Default: all. */
  conditions?: readonly string[];
}

const OPTIONS: OptionNames<ClipSplitsOptions> = {
  seed: true,
  folds: true,
  validation: true,
  conditions: true,
};

/**
 * The protocol `clip`: folds over clips, stratified by label. All rows of a clip are on one side,
 * and so are all clips of a recording, which counts as one, with the label of its first clip by
 * name. A speaker has clips on all sides. Validation clips are drawn from the training side,
 * stratified too. Only originals validate and test; the augmented rows of those clips are left out.
 *
 * @returns One split a fold; indices ascend.
 * @throws {EvaluationError} `bad-argument` for rows that contradict each other or options out of
 *   range; `too-few` for too few clips.
 */
export function clipSplits(rows: readonly Row[], options: ClipSplitsOptions): Split[] {
  const {
    seed,
    folds = CLIP_FOLDS,
    validation = 0.15,
    conditions,
  } = checkOptions('clipSplits', options, OPTIONS);
  if (conditions !== undefined) checkStrings('clipSplits', 'conditions', conditions);
  checkFractionOrZero('clipSplits', 'validation', validation);
  checkInteger('clipSplits', 'folds', folds, 2);
  const random = createRandom('clipSplits', seed);
  const recordings = groupByRecording('clipSplits', rows, (row) => hasCondition(row, conditions));
  const labels = recordings.map(({ label }) => label);
  const clipsOf = (indices: readonly number[]): ClipRows[] =>
    indices.flatMap((i) => recordings[i].clips);
  const originals = (indices: readonly number[]): number[] =>
    ascending(clipsOf(indices).map(({ original }) => original));
  return drawFolds('clipSplits', labels, folds, random).map(({ train, test }) => {
    const stratify = train.map((i) => labels[i]);
    const inner =
      validation > 0
        ? drawTest('clipSplits', train.length, validation, random, stratify)
        : { train: train.keys(), test: [] };
    return {
      train: ascending(clipsOf(Array.from(inner.train, (i) => train[i])).flatMap(({ all }) => all)),
      validation: originals(inner.test.map((i) => train[i])),
      test: originals(test),
    };
  });
}

function ascending(indices: number[]): number[] {
  return indices.sort((a, b) => a - b);
}
