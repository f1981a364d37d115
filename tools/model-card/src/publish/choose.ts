import {
  balancedAccuracyScore,
  expectedCalibrationError,
  fitTemperature,
  logLoss,
} from '@ser/eval';
import { rowSize, type Table } from '@ser/experiment';
import { SPEAKERS } from '@ser/ravdess';
import {
  type FamiliarConditions,
  familiarityDistance,
  familiarityThreshold,
  fitFamiliarity,
} from '@ser/recognizer';
import { PLANS } from '../train/plans.ts';
import { rowsOf } from '../train/rows-of.ts';
import { type TrainedFolds, trainFolds } from '../train/train-folds.ts';
import { atTemperature } from '../util/at-temperature.ts';
import { note } from '../util/progress.ts';
import type { Heard } from '../voices/hear.ts';
import { standardize, testVoices } from '../voices/test-voices.ts';
import { familiarExamples } from './familiar-examples.ts';

/**
 * For how many heard clips the temperature and the threshold of adapted voices are fitted: what a
 * user may well record. With all others of a voice the scores are surer, and rightly.
 */
export const CHOSEN_HEARD = 5;

/** How many clips of a voice are heard in what is reported beside the choice. */
const HEARD: readonly Heard[] = [0, 1, 3, 5, 10, 'all'];

/** What was chosen on clips that did not train, and how well it does there. */
interface Chosen {
  readonly temperature: number;
  readonly threshold: number;
  readonly n: number;
  readonly uar: number;
  /** In nats, at temperature 1 and at the one that was chosen. */
  readonly logLoss: readonly [number, number];
  /** The same of the expected calibration error. */
  readonly calibrationError: readonly [number, number];
}

/** What is chosen on the actors 1 to 20. */
export interface Choices {
  readonly plain: Chosen;
  readonly adapted: Chosen;
  /** The temperature that each number of heard clips would have for itself. */
  readonly temperatures: readonly {
    readonly heard: Heard;
    readonly temperature: number;
    readonly uar: number;
  }[];
}

interface Scored {
  readonly truth: string;
  readonly predicted: string;
  readonly scores: ArrayLike<number>;
}

/** Chooses temperatures and thresholds on the four folds of `selection`. */
export async function choose(table: Table): Promise<Choices> {
  const own = rowsOf(table, SPEAKERS.selection.flat());
  const { labels } = own;

  const plain = await trainFolds(PLANS.selection(), own, 'selection');
  const size = rowSize(own);
  const familiar = familiarOf(own, plain, false);
  const seen = plain.splits.flatMap(({ test }, i) =>
    test.map((row) => {
      const example = own.x.slice(row * size, (row + 1) * size);
      return familiarityDistance(standardize(plain.classifiers[i], example), familiar[i]);
    }),
  );
  const chosenPlain = chosen(labels, plain.predictions, seen);
  plain.dispose();

  const plan = PLANS.adaptedSelection();
  const adapted = await trainFolds(plan, own, 'selection, adapted');
  const temperatures: { heard: Heard; temperature: number; uar: number }[] = [];
  const familiarVoices = familiarOf(own, adapted, true);
  let chosenAdapted: Chosen | undefined;
  for (const heard of HEARD) {
    const tested = await testVoices(plan, own, adapted, heard);
    const distances = tested.map(({ standardized, fold }) =>
      familiarityDistance(standardized, familiarVoices[fold - 1]),
    );
    const found = chosen(labels, tested, distances);
    const { temperature, uar } = found;
    temperatures.push({ heard, temperature, uar });
    note(`${heard} clips heard: UAR ${uar.toFixed(3)}, temperature ${temperature.toFixed(3)}`);
    if (heard === CHOSEN_HEARD) chosenAdapted = found;
  }
  adapted.dispose();
  return { plain: chosenPlain, adapted: chosenAdapted as Chosen, temperatures };
}

/** What each fold's model is familiar with, fitted on its own training rows. */
function familiarOf(table: Table, folds: TrainedFolds, isAdapted: boolean): FamiliarConditions[] {
  return folds.splits.map(({ train }, i) =>
    fitFamiliarity(familiarExamples(table, train, folds.classifiers[i], isAdapted)),
  );
}

function chosen(
  labels: readonly string[],
  tested: readonly Scored[],
  distances: readonly number[],
): Chosen {
  const truth = tested.map((each) => each.truth);
  const scores = tested.map((each) => each.scores);
  const temperature = fitTemperature(truth, scores, { labels });
  const after = scores.map((row) => atTemperature(row, temperature));
  const both = (of: (rows: ArrayLike<number>[]) => number) => [of(scores), of(after)] as const;
  return {
    temperature,
    threshold: familiarityThreshold(distances),
    n: tested.length,
    uar: balancedAccuracyScore(
      truth,
      tested.map(({ predicted }) => predicted),
    ),
    logLoss: both((rows) => logLoss(truth, rows, { labels })),
    calibrationError: both((rows) => expectedCalibrationError(truth, rows, { labels })),
  };
}
