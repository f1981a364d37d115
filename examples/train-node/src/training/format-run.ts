import { formatConfusionMatrix, formatReport, PROTOCOLS } from '@ser/eval';
import { foldCount } from './choose-split.ts';
import { RECIPES } from './recipes.ts';
import type { RunResult } from './train-run.ts';

/** What a reader of the validation figures must know. */
export const VALIDATION_NOTE =
  '15 % of the training rows, as in the reference recipe: it chose when to stop; only the test figures count';

/** The report of a run for people, as `report.txt` keeps it. */
export function formatRun({
  config,
  history,
  train,
  validation,
  test,
  millisecondsPerStep,
}: RunResult): string {
  const protocol = PROTOCOLS[config.protocol];
  const folds = foldCount(config);
  const facts = [
    ['recipe', `${config.recipe}: ${RECIPES[config.recipe].description}`],
    ['protocol', `${config.protocol}: ${protocol.description}`],
    ...(folds > 1 ? [['fold', `${config.fold} of ${folds}`]] : []),
    ['data', dataLine(config)],
    ['validation', VALIDATION_NOTE],
    [
      'training',
      `${history.length} epochs, ${Math.round(millisecondsPerStep)} ms a step on ${config.backend}, seed ${config.seed}`,
    ],
  ];
  const parts = Object.entries({ train, validation, test }).map(
    ([name, { n, accuracy, uar, macroF1 }]) =>
      [
        name.padEnd(12),
        String(n).padStart(6),
        ...[accuracy, uar, macroF1].map((v) => v.toFixed(3).padStart(10)),
      ].join(''),
  );
  return `${[
    ...facts.map(([key, value]) => `${key.padEnd(11)} ${value}`),
    ...(protocol.leaks
      ? [
          '',
          'THIS PROTOCOL LEAKS: rows of one clip stand on both sides, so the test figures are too high.',
        ]
      : []),
    '',
    `${'rows'.padStart(18)}${'accuracy'.padStart(10)}${'UAR'.padStart(10)}${'macro F1'.padStart(10)}`,
    ...parts,
    '',
    'test, by emotion',
    '',
    formatReport(test.report),
    '',
    'test, confusion matrix: rows are the true emotion, columns the predicted one',
    '',
    formatConfusionMatrix(test.confusionMatrix, test.labels),
  ].join('\n')}\n`;
}

function dataLine({ data, channels, variants }: RunResult['config']): string {
  const source = data.length > 0 ? data.join(', ') : 'the embedded table of RAVDESS features';
  const rows = variants ? 'with noise and stretch-pitch variants' : 'original clips only';
  return `${source}; ${channels.join(' and ')}, ${rows}`;
}
