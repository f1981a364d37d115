import { EvaluationError } from '../evaluation-error.ts';
import { escapeHtml } from './html/elements.ts';
import { sections } from './html/sections.ts';
import { STYLE_SHEET } from './html/style-sheet.ts';
import type { ReportProtocol, ReportRun } from './report-run.ts';

/**
 * A run as one HTML file that loads nothing else. It follows the reader's colour scheme. The
 * numbers of each figure are there as text or as a table, too.
 *
 * The scores of all predictions must be probabilities. The intervals of 95 % are bootstrapped over
 * whole speakers, or over clips where no prediction names a speaker.
 *
 * @throws {EvaluationError} `bad-argument` when there is no prediction or the scores do not fit
 *   `labels`.
 */
export function htmlReport(run: ReportRun): string {
  const { title, protocol, predictions } = run;
  if (predictions.length === 0) {
    const message = 'htmlReport: `predictions` must hold one or more, got 0';
    throw new EvaluationError('bad-argument', message);
  }
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
