import { EvaluationError, ORIGINAL, type Row } from '@ser/eval';
import { ExperimentError, type Plan, splitFolds, splitRows } from '@ser/experiment';
import { CliError } from '../console/cli-error.ts';

/**
 * Checks that a plan's protocol can split the data, as file names and tables tell it. It is known
 * before a clip is extracted, which takes minutes.
 *
 * @throws CliError `too-few` where a side of a split would be empty
 */
export function checkSplit(plan: Plan, rows: readonly Row[]): void {
  const used = plan.variants ? rows : rows.filter(({ variant }) => variant === ORIGINAL);
  try {
    if (plan.kind === 'run') splitRows(used, plan);
    else splitFolds(used, plan);
  } catch (cause) {
    const isTyped = EvaluationError.isInstance(cause) || ExperimentError.isInstance(cause);
    // Anything else is said better when the rows are there.
    if (!isTyped || cause.code !== 'too-few') return;
    throw new CliError(
      'too-few',
      `--protocol ${plan.protocol} does not fit this data: ${cause.message}. ` +
        'Choose another --protocol, such as clip, or give more --data',
      { cause },
    );
  }
}
