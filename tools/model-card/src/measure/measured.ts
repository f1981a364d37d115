import {
  accuracyScore,
  balancedAccuracyScore,
  bootstrapInterval,
  type Prediction,
  scoreFolds,
} from '@ser/eval';
import type { Bounded, Measured } from '../results/results.ts';
import { rounded } from '../util/rounded.ts';

/** What of a prediction its figures need. */
export type Tested = Pick<Prediction, 'clip' | 'speaker' | 'truth' | 'predicted' | 'scores'>;

/** The figures of tested clips, with intervals over their speakers. */
export function measured(tested: readonly Tested[]): Measured {
  return {
    n: tested.length,
    uar: bounded(tested, uarOf),
    accuracy: bounded(tested, (own) =>
      accuracyScore(
        own.map(({ truth }) => truth),
        own.map(({ predicted }) => predicted),
      ),
    ),
  };
}

/**
 * The figures of a cross-validation as `ser crossvalidate` has them: means over folds and seeds,
 * with the intervals of all clips together.
 */
export function measuredFolds(tested: readonly Prediction[]): Measured {
  const { n, uar, accuracy } = measured(tested);
  const mean = (figure: (yTrue: string[], yPred: string[]) => number): number =>
    rounded(scoreFolds(tested, ({ yTrue, yPred }) => figure(yTrue, yPred)).mean);
  return {
    n,
    uar: { ...uar, value: mean((yTrue, yPred) => balancedAccuracyScore(yTrue, yPred)) },
    accuracy: { ...accuracy, value: mean((yTrue, yPred) => accuracyScore(yTrue, yPred)) },
  };
}

/** The unweighted average recall. */
export function uarOf(tested: readonly Tested[]): number {
  return balancedAccuracyScore(
    tested.map(({ truth }) => truth),
    tested.map(({ predicted }) => predicted),
  );
}

/** A figure of samples, with the interval that whole speakers, drawn again, give. */
export function bounded<T extends Pick<Tested, 'speaker'>>(
  samples: readonly T[],
  figure: (samples: readonly T[]) => number,
): Bounded {
  const groups = samples.map(({ speaker }) => speaker);
  if (new Set(groups).size < 2) return { value: rounded(figure(samples)), low: null, high: null };
  const { estimate, low, high } = bootstrapInterval(
    samples.length,
    (indices) => figure(indices.map((i) => samples[i])),
    { groups },
  );
  return { value: rounded(estimate), low: rounded(low), high: rounded(high) };
}
