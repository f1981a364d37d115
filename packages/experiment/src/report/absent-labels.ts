import type { Prediction } from '@ser/eval';

/** More folds are counted, not named. */
const MOST_NAMED = 8;

/** A run of a cross-validation, and the labels that it does not test though others do. */
export interface LabelsOfRun {
  readonly fold: number;
  readonly seed: number;
  /** In the order of the classes. */
  readonly absent: readonly string[];
}

/**
 * Which labels that are tested somewhere a run does not test, for each run.
 *
 * @param classes all labels, in their order
 */
export function absentLabels(
  predictions: readonly Pick<Prediction, 'fold' | 'seed' | 'truth'>[],
  classes: readonly string[],
): LabelsOfRun[] {
  const tested = new Set<string>();
  const runs = new Map<string, { fold: number; seed: number; own: Set<string> }>();
  for (const { fold, seed, truth } of predictions) {
    const key = `${fold} ${seed}`;
    const run = runs.get(key) ?? { fold, seed, own: new Set() };
    runs.set(key, run);
    run.own.add(truth);
    tested.add(truth);
  }
  const labels = classes.filter((label) => tested.has(label));
  return [...runs.values()].map(({ fold, seed, own }) => ({
    fold,
    seed,
    absent: labels.filter((label) => !own.has(label)),
  }));
}

/**
 * What a reader must know where runs test different labels, in sentences: the unweighted average
 * recall of a run is over the labels that it tests, so that their mean is that of no fixed labels.
 *
 * @param classes all labels, in their order
 */
export function absentNote(runs: readonly LabelsOfRun[], classes: readonly string[]): string[] {
  const lacks = classes.flatMap((label) => {
    const without = runs.filter(({ absent }) => absent.includes(label));
    return without.length === 0 ? [] : [`of ${label} in ${nameFolds(without, runs)}`];
  });
  if (lacks.length === 0) return [];
  return [
    `No clip ${lacks.join(', ')} is tested: the UAR of a fold, and so the mean, is over the labels ` +
      'that occur there; the figure over all labels is that of all predictions together.',
  ];
}

/** Runs in words: their folds, and their seeds where these decide. */
function nameFolds(some: readonly LabelsOfRun[], runs: readonly LabelsOfRun[]): string {
  const folds = [...new Set(some.map(({ fold }) => fold))].sort((a, b) => a - b);
  const ofFolds = runs.filter(({ fold }) => folds.includes(fold));
  if (ofFolds.length > some.length) return `${some.length} of ${runs.length} runs`;
  if (folds.length > MOST_NAMED) {
    return `${folds.length} of ${new Set(runs.map(({ fold }) => fold)).size} folds`;
  }
  return folds.length === 1
    ? `fold ${folds[0]}`
    : `folds ${folds.slice(0, -1).join(', ')} and ${folds.at(-1)}`;
}
