import { PROTOCOLS } from '@ser/eval';
import { htmlReport } from '@ser/eval/plots';
import type { EpochLogs } from '@ser/model';
import type { Plan } from '../plan/plan.ts';
import type { Predictions } from '../run/predictions.ts';
import {
  describeAdaptation,
  describeAdaptedModel,
  describeChoice,
  describeConditions,
  describeTestVariants,
  describeVariants,
} from './util/describe-plan.ts';
import { validationNote } from './util/validation-note.ts';

/** The report of a run, or of a cross-validation, as one HTML file with its figures inside. */
export function runHtml(
  plan: Plan,
  { labels, predictions }: Predictions,
  { history, notes = [] }: { history?: readonly EpochLogs[]; notes?: readonly string[] } = {},
): string {
  const { kind, recipe, protocol, fold, seed, seeds, backend, data } = plan;
  const adaptation = describeAdaptation(plan);
  const model = describeAdaptedModel(plan);
  const scores = describeTestVariants(plan);
  const choice = describeChoice(plan);
  const title = `${recipe.name}, ${protocol}`;
  return htmlReport({
    title: kind === 'run' ? title : `${title}, cross-validated`,
    protocol: PROTOCOLS[protocol],
    labels,
    predictions,
    history,
    config: {
      recipe: `${recipe.name}: ${recipe.description}`,
      ...(choice && { choice }),
      conditions: describeConditions(plan),
      variants: describeVariants(plan),
      ...(adaptation && { adaptation }),
      ...(model && { model }),
      ...(scores && { scores }),
      validation: validationNote(recipe),
      ...(notes.length > 0 && { notes: notes.join(' ') }),
      backend,
      data: data.join(', '),
      ...(kind === 'run' ? { fold, seed } : { seeds }),
    },
  });
}
