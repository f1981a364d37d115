import { EvaluationError } from '../evaluation-error.ts';
import { checkMost } from '../util/check-most.ts';
import { checkObject, checkObjects } from '../util/check-objects.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkProbabilities } from '../util/check-probabilities.ts';
import { checkStrings } from '../util/check-strings.ts';
import { escapeHtml } from '../util/escape-html.ts';
import { matchScores } from '../util/match-scores.ts';
import { toRunPredictions } from '../util/run-predictions.ts';
import { sections } from './html/sections.ts';
import { STYLE_SHEET } from './html/style-sheet.ts';
import { REPORT_RUN, type ReportProtocol, type ReportRun } from './report-run.ts';

/**
 * A run as one HTML file that loads nothing else. It follows the reader's colour scheme. The
 * numbers of each figure are there as text or as a table, too.
 *
 * The scores of all predictions must be probabilities. The intervals of 95 % are bootstrapped over
 * whole speakers, or over clips where no prediction names a speaker.
 *
 * @throws {EvaluationError} `bad-argument` when there is no prediction, the scores do not fit
 *   `labels`, a class has the name of another, or there are more than 1000 of them.
 */
export function htmlReport(run: ReportRun): string {
  checkRun(run);
  const { title, protocol } = run;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${STYLE_SHEET}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${protocol ? describeProtocol(protocol) : '\n'}
${sections(run).join('\n')}
</main>
</body>
</html>
`;
}

/** More classes than a table of them is of use for. */
const MOST_LABELS = 1000;

/** Checks what types would have told: a program in plain JavaScript has none. */
function checkRun(run: ReportRun): void {
  const caller = 'htmlReport';
  const { protocol, labels, predictions, history, config } = checkOptions(caller, run, REPORT_RUN);
  checkObject(caller, 'run', run, ['title']);
  checkStrings(caller, 'labels', labels);
  checkMost(caller, 'labels', labels.length, MOST_LABELS);
  checkObjects(caller, 'predictions', predictions, ['clip', 'speaker', 'truth', 'predicted']);
  if (predictions.length === 0) {
    const message = `${caller}: \`predictions\` must hold one or more, got 0`;
    throw new EvaluationError('bad-argument', message);
  }
  const { yTrue, yScore } = toRunPredictions(predictions);
  matchScores(caller, yTrue, yScore, { labels });
  checkProbabilities(caller, 'yScore', yScore);
  if (protocol !== undefined) checkObject(caller, 'protocol', protocol, ['name', 'description']);
  if (history !== undefined) checkObjects(caller, 'history', history, []);
  if (config !== undefined) checkObject(caller, 'config', config);
}

/** The warning above scores that leak. */
const WARNING =
  '<strong>These scores leak.</strong> Variants of the tested clips were trained on; ' +
  'new recordings will be recognised less often.';

/** What the protocol is, and a warning where its scores mislead. */
function describeProtocol({ name, description, leaks }: ReportProtocol): string {
  const warning = leaks ? `<p class="warning" role="note">${WARNING}</p>` : '';
  const text = `<strong>${escapeHtml(name)}</strong>: ${escapeHtml(description)}.`;
  return `<p>Protocol ${text}</p>\n${warning}`;
}
