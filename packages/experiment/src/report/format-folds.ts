import { PROTOCOLS } from '@ser/eval';
import type { Plan } from '../plan/plan.ts';
import { FIGURE_NAMES, type Figures, METRICS } from '../run/figures.ts';
import { printable } from '../util/printable.ts';
import type { FoldSummary } from './summarize-folds.ts';
import {
  describeAdaptation,
  describeAdaptedModel,
  describeChoice,
  describeConditions,
  describeTestVariants,
  describeVariants,
} from './util/describe-plan.ts';
import { leakWarning } from './util/leak-warning.ts';

/** The summary of a cross-validation for people, as `report.txt` keeps it. */
export function formatFolds(
  plan: Plan,
  { folds, perSeed, mean, stdOverFolds, stdOverSeeds, pooled, notes }: FoldSummary,
): string {
  const { recipe, protocol, data } = plan;
  const what = `${describeConditions(plan)}, ${describeVariants(plan)}`;
  const row = (name: string, n: string, cells: string[]): string =>
    [name.padEnd(28), n.padStart(6), ...cells.map((cell) => cell.padStart(16))].join('').trimEnd();
  const line = (name: string, n: string, scores: Figures): string =>
    row(
      name,
      n,
      FIGURE_NAMES.map((key) => scores[key].toFixed(3)),
    );
  const facts = [
    ['choice', describeChoice(plan)],
    ['adaptation', describeAdaptation(plan)],
    ['models', describeAdaptedModel(plan)],
    ['scores', describeTestVariants(plan)],
    ...notes.map((note) => ['note', note]),
  ];
  const { intervals } = pooled;
  const bounds = (key: keyof Figures): string =>
    intervals ? `${intervals[key].low.toFixed(3)} to ${intervals[key].high.toFixed(3)}` : '';
  return `${[
    `recipe     ${recipe.name}`,
    `protocol   ${protocol}: ${PROTOCOLS[protocol].description}`,
    `data       ${printable([...data, what].join('; '))}`,
    ...facts.flatMap(([key, value]) =>
      value === undefined ? [] : [`${key?.padEnd(10)} ${printable(value)}`],
    ),
    ...leakWarning(plan),
    '',
    row(
      '',
      'rows',
      FIGURE_NAMES.map((name) => METRICS[name].title),
    ),
    ...folds.map((fold) => line(`fold ${fold.fold}, seed ${fold.seed}`, String(fold.n), fold)),
    line(`mean of ${folds.length} runs`, '', mean),
    line('deviation over folds', '', stdOverFolds),
    ...(perSeed.length > 1 ? [line('deviation over seeds', '', stdOverSeeds)] : []),
    '',
    line('all predictions together', String(pooled.n), pooled),
    ...(intervals
      ? [row(`95 % interval, ${pooled.speakers} speakers`, '', FIGURE_NAMES.map(bounds))]
      : []),
  ].join('\n')}\n`;
}
