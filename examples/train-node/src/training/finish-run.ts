import { PROTOCOLS } from '@ser/eval';
import type { Problem } from '../console/problems.ts';
import { formatRun } from './format-run.ts';
import type { RunFolder } from './run-folder.ts';
import { runHtml } from './run-html.ts';
import { figures, type Score } from './score.ts';
import type { RunResult } from './train-run.ts';

/** What `ser train --json` prints. */
export interface RunSummary {
  recipe: string;
  protocol: string;
  /** Whether clips that trained also tested, in another variant. */
  leaks: boolean;
  fold: number;
  backend: string;
  seed: number;
  epochs: number;
  millisecondsPerStep: number;
  train: Score;
  validation: Score;
  test: Score;
  weightsSha256: string;
  out: string;
  problems: Problem[];
}

/** Writes the reports, the test predictions and `metrics.json`, then removes what only an unfinished run needs. */
export async function finishRun(
  result: RunResult,
  folder: RunFolder,
  problems: Problem[],
): Promise<{ summary: RunSummary; report: string }> {
  const { config, history, millisecondsPerStep, weightsSha256, train, validation, test } = result;
  const { recipe, protocol, fold, backend, seed } = config;
  const summary: RunSummary = {
    recipe,
    protocol,
    leaks: PROTOCOLS[protocol].leaks,
    fold,
    backend,
    seed,
    epochs: history.length,
    millisecondsPerStep,
    train: figures(train),
    validation: figures(validation),
    test: figures(test),
    weightsSha256,
    out: folder.path,
    problems,
  };
  const report = formatRun(result);
  await folder.writeText('report.txt', report);
  await folder.writeJson('predictions.json', result.predictions);
  await folder.writeText('report.html', runHtml(config, result.predictions, history));
  await folder.writeJson('metrics.json', { ...summary, train, validation, test });
  await folder.removeState();
  return { summary, report };
}
