import { EvaluationError, type Row, type Split } from '@ser/eval';
import {
  ExperimentError,
  extractorOf,
  type Plan,
  planRows,
  splitFolds,
  splitRows,
} from '@ser/experiment';
import { CliError } from '../console/cli-error.ts';
import type { PlannedRows } from '../data/load-table.ts';

/**
 * Checks that a plan can be carried out on the data, as file names and tables tell it: that tables
 * have the variants that it wants, that there is more than one label to tell apart, and that no
 * side of its splits is empty. It is known before a clip is extracted, which takes minutes.
 *
 * @throws CliError `too-few`; ExperimentError `no-variants`
 */
export function checkSplit(plan: Plan, { labels, rows, variants }: PlannedRows): void {
  // What is chosen depends on the rows alone, so that no features are needed.
  const table = { extractor: extractorOf(plan.recipe), names: ['none'], shape: [1] };
  planRows(plan.data.join(', '), { ...table, labels, rows, variants, x: new Float32Array() }, plan);
  checkLabels('the data', plan, rows.filter(isTrainedBy(plan)));
  checkSpeakers(plan, rows);
  for (const { train } of splitsOf(plan, rows)) {
    checkLabels(
      `what --protocol ${plan.protocol} leaves to train`,
      plan,
      train.map((i) => rows[i]),
    );
  }
}

function isTrainedBy({ conditions }: Plan): (row: Row) => boolean {
  return ({ condition = '' }) => !conditions || conditions.includes(condition);
}

/** Checks that a protocol that splits by speakers knows them; a table may leave them out. */
function checkSpeakers(plan: Plan, rows: readonly Row[]): void {
  if (plan.protocol === 'clip' || plan.protocol === 'reference') return;
  const unknown = rows.find(({ speaker }) => speaker === '');
  if (!unknown) return;
  throw new CliError(
    'other-data',
    `--protocol ${plan.protocol} needs the speaker of every clip, and --data ` +
      `${plan.data.join(', ')} names none for ${unknown.clip}. ` +
      'Fill in the column speaker, or choose --protocol clip',
  );
}

/** Checks that there is something to tell apart. */
function checkLabels(what: string, { conditions }: Plan, rows: readonly Row[]): void {
  const labels = new Set(rows.map(({ label }) => label));
  if (labels.size > 1) return;
  const which = conditions ? ` ${conditions.join(' and ')}` : '';
  const got = labels.size === 0 ? 'no clips' : `${[...labels].join()} alone`;
  throw new CliError(
    'too-few',
    `training needs${which} clips of two labels or more, and ${what} must hold them; got ${got}`,
  );
}

function splitsOf(plan: Plan, rows: readonly Row[]): Split[] {
  try {
    return plan.kind === 'run' ? [splitRows(rows, plan)] : splitFolds(rows, plan);
  } catch (cause) {
    const isTyped = EvaluationError.isInstance(cause) || ExperimentError.isInstance(cause);
    // Anything else is said better when the rows are there.
    if (!isTyped || cause.code !== 'too-few') return [];
    const other =
      plan.protocol === 'clip'
        ? 'Give more --data'
        : 'Choose another --protocol, such as clip, or give more --data';
    const remedy = isForAdaptation(plan, rows) ? 'Lower --adapt, or give more --data' : other;
    throw new CliError(
      'too-few',
      `--protocol ${plan.protocol} does not fit this data: ${cause.message}. ${remedy}`,
      { cause },
    );
  }
}

/** Whether a plan that does not fit the rows would, if it heard fewer clips of each tested voice. */
function isForAdaptation(plan: Plan, rows: readonly Row[]): boolean {
  if (plan.adaptation === null || plan.adaptation === 'all' || plan.adaptation < 2) return false;
  try {
    splitFolds(rows, { ...plan, adaptation: 1 });
    return true;
  } catch {
    return false;
  }
}
