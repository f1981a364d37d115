import { ORIGINAL, PROTOCOLS, type Row, type Split, trainTestSplit } from '@ser/eval';
import { ExperimentError } from '../experiment-error.ts';
import { MOST } from '../recipe/util/limits.ts';
import type { Plan } from './plan.ts';

/** Share of the training rows that validate, as in the reference recipe. */
const VALIDATION = 0.15;

/**
 * What of a plan decides which rows train, choose and test. Without `recipe`, rows are validated
 * on; without `variants`, all variants of training clips train.
 */
export type SplitPlan = Pick<
  Plan,
  'protocol' | 'folds' | 'conditions' | 'testConditions' | 'speakers' | 'seed'
> &
  Partial<Pick<Plan, 'adaptation' | 'variants'>> & {
    readonly recipe?: Pick<Plan['recipe'], 'fit'>;
  };

/** What of a plan decides how many folds it has. */
type FoldPlan = Pick<SplitPlan, 'protocol' | 'folds' | 'speakers'> &
  Partial<Pick<SplitPlan, 'conditions' | 'testConditions'>>;

/**
 * How many test folds a plan's protocol has.
 *
 * @param rows those that will be split: `loso` has a fold for each speaker in them. Default: none,
 *   and it has one for each of the plan's speakers
 */
export function foldCount(plan: FoldPlan, rows?: readonly Row[]): number {
  const { protocol, folds, speakers, conditions, testConditions } = plan;
  return PROTOCOLS[protocol].foldCount({
    folds,
    ...(speakers && { speakers }),
    ...(conditions && { conditions }),
    ...(testConditions && { testConditions }),
    ...(rows && { rows }),
  });
}

/**
 * The rows that train, choose and test in each fold of a plan. As in the reference recipe, the rows
 * that validate are 15 % of the training side's rows, drawn by the seed. They choose when to stop,
 * share clips with what trains, and have no part in the test. A recipe that is fitted in one go has
 * nothing to choose: all rows of the training side train.
 *
 * Of a plan without variants, rows of variants are on no side. They serve as versions of tested
 * clips alone.
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
    `splitRows: \`fold\` must be in [1, ${foldCount(plan, rows)}] ` +
      `under the protocol ${plan.protocol}, got ${plan.fold}`,
  );
}

/**
 * Throws where the splits of a plan would fill the memory, before any is drawn.
 *
 * @param seeds how often all folds are drawn
 */
export function checkSplitSize(rows: readonly Row[], plan: SplitPlan, seeds: number): void {
  const folds = foldCount(plan, rows);
  const count = rows.length * folds * seeds;
  if (count <= MOST.splitRows) return;
  throw new ExperimentError(
    'bad-plan',
    `the plan must split at most ${MOST.splitRows} rows in all folds of all seeds together, ` +
      `got ${rows.length} rows, ${folds} folds and ${seeds} seeds`,
  );
}

function protocolSplits(rows: readonly Row[], plan: SplitPlan): Split[] {
  checkSplitSize(rows, plan, 1);
  const { protocol, folds, conditions, testConditions, speakers, seed } = plan;
  const { adaptation, variants = true } = plan;
  const options = {
    seed,
    folds,
    ...(conditions && { conditions }),
    ...(testConditions && { testConditions }),
    ...(speakers && { speakers }),
    ...(adaptation && { adaptation }),
  };
  const { splits } = PROTOCOLS[protocol];
  if (variants) return splits(rows, options);
  const originals = [...rows.keys()].filter((i) => rows[i].variant === ORIGINAL);
  const back = (indices: readonly number[]): number[] => indices.map((i) => originals[i]);
  return splits(
    originals.map((i) => rows[i]),
    options,
  ).map(({ train, validation, test, adaptation }) => ({
    train: back(train),
    validation: back(validation),
    test: back(test),
    ...(adaptation && { adaptation: back(adaptation) }),
  }));
}

function withValidation(rows: readonly Row[], split: Split, plan: SplitPlan): Split {
  const { protocol, seed, recipe } = plan;
  if (recipe?.fit === null) {
    const own = { ...split, train: [...split.train, ...split.validation], validation: [] };
    return checkLabels(rows, own, plan);
  }
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
  const own = { ...split, train: rowsOf(train), validation: rowsOf(test) };
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
