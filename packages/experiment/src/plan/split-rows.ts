import { PROTOCOLS, type Row, type Split, trainTestSplit } from '@ser/eval';
import { ExperimentError } from '../experiment-error.ts';
import { MOST } from '../recipe/util/limits.ts';
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
 * @throws ExperimentError `too-few` where a fold has nothing to train on or to test, or
 *   rows of one label alone to train on; `bad-plan` for more rows in all folds than fit;
 *   EvaluationError for what the protocol cannot split
 */
export function splitFolds(rows: readonly Row[], plan: SplitPlan): Split[] {
  return protocolSplits(rows, plan).map((split) => withValidation(rows, split, plan));
}

/** {@link splitFolds} of the plan's fold alone. */
export function splitRows(rows: readonly Row[], plan: SplitPlan & Pick<Plan, 'fold'>): Split {
  const split = protocolSplits(rows, plan)[plan.fold - 1];
  if (split) return withValidation(rows, split, plan);
  throw new ExperimentError(
    'bad-argument',
    `splitRows: \`fold\` must be in [1, ${foldCount(plan)}] ` +
      `under the protocol ${plan.protocol}, got ${plan.fold}`,
  );
}

/**
 * Throws where the splits of a plan would fill the memory, before any is drawn.
 *
 * @param seeds how often all folds are drawn
 */
export function checkSplitSize(rows: readonly Row[], plan: SplitPlan, seeds: number): void {
  const count = rows.length * foldCount(plan) * seeds;
  if (count <= MOST.splitRows) return;
  throw new ExperimentError(
    'bad-plan',
    `the plan must split at most ${MOST.splitRows} rows in all folds of all seeds together, ` +
      `got ${rows.length} rows, ${foldCount(plan)} folds and ${seeds} seeds`,
  );
}

function protocolSplits(rows: readonly Row[], plan: SplitPlan): Split[] {
  checkSplitSize(rows, plan, 1);
  const { protocol, folds, conditions, testConditions, speakers, seed } = plan;
  return PROTOCOLS[protocol].splits(rows, {
    seed,
    folds,
    ...(conditions && { conditions }),
    ...(testConditions && { testConditions }),
    ...(speakers && { speakers }),
  });
}

function withValidation(rows: readonly Row[], split: Split, plan: SplitPlan): Split {
  const { protocol, seed } = plan;
  // The reference split has drawn its own.
  if (protocol === 'reference') return checkLabels(rows, split, plan);
  // Two rows at least, of which one validates. The protocols themselves refuse an empty test.
  if (split.train.length < 2) {
    throw new ExperimentError(
      'too-few',
      `the protocol ${protocol} leaves no clips to train in this data; ` +
        'choose another protocol, or give more data',
    );
  }
  const { train, test } = trainTestSplit(split.train.length, { testSize: VALIDATION, seed });
  const rowsOf = (indices: number[]): number[] =>
    indices.map((i) => split.train[i]).sort((a, b) => a - b);
  const own = { train: rowsOf(train), validation: rowsOf(test), test: split.test };
  return checkLabels(rows, own, plan);
}

/** What one label trains says that label of everything. */
function checkLabels(rows: readonly Row[], split: Split, { protocol }: SplitPlan): Split {
  const labels = new Set(split.train.map((i) => rows[i].label));
  if (labels.size > 1) return split;
  const [only] = labels;
  throw new ExperimentError(
    'too-few',
    `the protocol ${protocol} must leave rows of two labels or more to train on in this data, ` +
      `got ${only === undefined ? 'none' : `${only} alone`}`,
  );
}
