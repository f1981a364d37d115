import {
  type ClassificationReport,
  formatConfusionMatrix,
  formatReport,
  PROTOCOLS,
} from '@ser/eval';
import type { Plan } from '../plan/plan.ts';
import { foldCount } from '../plan/split-rows.ts';
import { FIGURE_NAMES, METRICS } from '../run/figures.ts';
import type { TrainedSplit } from '../run/trained-split.ts';
import { printable } from '../util/printable.ts';
import {
  describeAdaptation,
  describeAdaptedModel,
  describeChoice,
  describeConditions,
  describeTestVariants,
  describeVariants,
} from './util/describe-plan.ts';
import { leakWarning } from './util/leak-warning.ts';
import { validationNote } from './util/validation-note.ts';

/**
 * The report of a run for people, as `report.txt` keeps it.
 *
 * @param context what a reader must know of the split, and how many folds there are
 */
export function formatRun(
  plan: Plan,
  { history, train, validation, test, millisecondsPerStep }: TrainedSplit,
  {
    notes = [],
    folds = foldCount(plan),
  }: { readonly notes?: readonly string[]; readonly folds?: number } = {},
): string {
  const { recipe, fold, seed, backend, data } = plan;
  const protocol = PROTOCOLS[plan.protocol];
  const facts: [string, string | undefined][] = [
    ['recipe', `${recipe.name}: ${recipe.description}`],
    ['choice', describeChoice(plan)],
    ['protocol', `${plan.protocol}: ${protocol.description}`],
    ['fold', folds > 1 ? `${fold} of ${folds}` : undefined],
    ['data', [...data, `${describeConditions(plan)}, ${describeVariants(plan)}`].join('; ')],
    ['adaptation', describeAdaptation(plan)],
    ['model', describeAdaptedModel(plan)],
    ['scores', describeTestVariants(plan)],
    ['validation', validationNote(recipe)],
    ...notes.map((note): [string, string] => ['note', note]),
    [
      'training',
      recipe.fit === null
        ? `fitted in one go, seed ${seed}`
        : `${history.length} ${history.length === 1 ? 'epoch' : 'epochs'}, ` +
          `${Math.round(millisecondsPerStep)} ms a step on ${backend}, seed ${seed}`,
    ],
  ];
  const sides = { train, ...(validation && { validation }), test };
  const parts = Object.entries(sides).map(([name, part]) =>
    [
      name.padEnd(12),
      String(part.n).padStart(6),
      ...FIGURE_NAMES.map((figure) => part[figure].toFixed(3).padStart(10)),
    ].join(''),
  );
  return `${[
    ...facts.flatMap(([key, value]) =>
      value === undefined ? [] : [`${key.padEnd(11)} ${printable(value)}`],
    ),
    ...leakWarning(plan),
    '',
    ['rows'.padStart(18), ...FIGURE_NAMES.map((name) => METRICS[name].title.padStart(10))].join(''),
    ...parts,
    '',
    'test, by class',
    '',
    formatReport(printableReport(test.report)),
    '',
    'test, confusion matrix: rows are the true class, columns the predicted one',
    '',
    formatConfusionMatrix(test.confusionMatrix, test.labels.map(printable)),
  ].join('\n')}\n`;
}

/** A report whose labels, which may come from a stranger's file, a terminal can show. */
function printableReport(report: ClassificationReport): ClassificationReport {
  const classes = report.classes.map((each) => ({ ...each, name: printable(each.name) }));
  return { ...report, classes };
}
