import type { Prediction } from '@ser/eval';
import { htmlReport } from '@ser/eval/plots';
import type { EpochLogs } from '@ser/model';
import { EMOTIONS, parseFilename } from '@ser/ravdess';
import { VALIDATION_NOTE } from './format-run.ts';
import { RECIPES } from './recipes.ts';
import type { RunConfig } from './run-config.ts';

/** The report of a run, or of a cross-validation, as one HTML file with its figures inside. */
export function runHtml(
  { command, recipe, protocol, fold, channels, variants, seed, seeds, backend, data }: RunConfig,
  predictions: Prediction[],
  history?: EpochLogs[],
): string {
  const config = {
    recipe: `${recipe}: ${RECIPES[recipe].description}`,
    channels: channels.join(' and '),
    variants: variants ? 'noise and stretch-pitch in training' : 'none',
    validation: VALIDATION_NOTE,
    backend,
    data: data.join(', ') || 'the embedded table',
    ...(command === 'train' ? { fold, seed } : { seeds }),
  };
  return htmlReport({
    title:
      command === 'train' ? `${recipe}, ${protocol}` : `${recipe}, ${protocol}, cross-validated`,
    protocol,
    labels: EMOTIONS,
    predictions,
    actors: predictions.map(({ clip }) => parseFilename(`${clip}.wav`).actor),
    history: history?.map((logs) => ({ ...logs })),
    config,
  });
}
