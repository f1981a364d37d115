import { PROTOCOLS, type Row, type Split, trainTestSplit } from '@ser/eval';
import { ExperimentError } from '../experiment-error.ts';
import type { Plan } from './plan.ts';

/** Share of the training rows that validate, as in the reference recipe. */
const VALIDATION = 0.15;

/** What of a plan decides which rows train, choose and test. */
export type SplitPlan = Pick<
  Plan,
  'protocol' | 'folds' | 'conditions' | 'testConditions' | 'speakers' | 'seed'
>;

/** How many test folds a plan's protocol has. */
export function foldCount({
  protocol,
  folds,
  speakers,
}: Pick<Plan, 'protocol' | 'folds' | 'speakers'>): number {
  return PROTOCOLS[protocol].foldCount({ folds, speakers: speakers ?? undefined });
}

/**
 * The rows that train, choose and test in each fold of a plan. As in the reference recipe, the rows
 * that validate are 15 % of the training side's rows, drawn by the seed. They choose when to stop,
 * share clips with what trains, and have no part in the test.
 *
 * @returns one split a fold, of indices into `rows`
 * @throws ExperimentError `too-few` where a fold has nothing to train on or to test;
 *   EvaluationError for what the protocol cannot split
 */
export function splitFolds(rows: readonly Row[], plan: SplitPlan): Split[] {
  return protocolSplits(rows, plan).map((split) => withValidation(split, plan));
}

/** {@link splitFolds} of the plan's fold alone. */
export function splitRows(rows: readonly Row[], plan: SplitPlan & Pick<Plan, 'fold'>): Split {
  const split = protocolSplits(rows, plan)[plan.fold - 1];
  if (split) return withValidation(split, plan);
  throw new ExperimentError(
    'bad-argument',
    `splitRows: \`fold\` must be in [1, ${foldCount(plan)}] ` +
      `under the protocol ${plan.protocol}, got ${plan.fold}`,
  );
}

function protocolSplits(rows: readonly Row[], plan: SplitPlan): Split[] {
  const { protocol, folds, conditions, testConditions, speakers, seed } = plan;
  return PROTOCOLS[protocol].splits(rows, {
    seed,
    folds,
    ...(conditions && { conditions }),
    ...(testConditions && { testConditions }),
    ...(speakers && { speakers }),
  });
}

function withValidation(split: Split, { protocol, seed }: SplitPlan): Split {
  // The reference split has drawn its own.
  if (protocol === 'reference') return split;
  if (split.test.length === 0 || split.train.length < 2) {
    const side = split.test.length === 0 ? 'test' : 'train';
    throw new ExperimentError(
      'too-few',
      `the protocol ${protocol} leaves no clips to ${side} in this data; ` +
        'choose another protocol, or give more data',
    );
  }
  const { train, test } = trainTestSplit(split.train.length, { testSize: VALIDATION, seed });
  const rowsOf = (indices: number[]): number[] =>
    indices.map((i) => split.train[i]).sort((a, b) => a - b);
  return { train: rowsOf(train), validation: rowsOf(test), test: split.test };
}
