import { axisX, axisY, cell, text } from '@observablehq/plot';
import { EvaluationError } from '../evaluation-error.ts';
import { checkList } from '../util/check-list.ts';
import { checkMatrix } from '../util/check-matrix.ts';
import { checkMost } from '../util/check-most.ts';
import { checkOptions } from '../util/check-options.ts';
import { chooseLabels } from '../util/choose-labels.ts';
import type { Label } from '../util/label.ts';
import { listed } from '../util/listed.ts';
import { percent } from '../util/percent.ts';
import { printable } from '../util/printable.ts';
import { FIGURE_OPTIONS, type FigureOptions } from './figure-options.ts';
import { checkFigure } from './util/check-figure.ts';
import { drawSvg } from './util/draw-svg.ts';
import { MOST_CLASSES } from './util/most-drawn.ts';

/** Height by width, with which the cells are about square. */
const ASPECT = 0.86;

/** Okabe and Ito's blue, on light paper and on dark. */
const CELL = '#0072b2';

/**
 * The opacity of an empty cell, and how much more a full one has. On every cell the text has a
 * contrast of 4.5 to 1 or more, in both colour schemes.
 */
const FAINTEST = 0.04;
const DEPTH = 0.7;

/**
 * A confusion matrix. Each cell shows its count and its part of the row; the colour is deeper where
 * the part is larger.
 *
 * @param matrix Counts from `confusionMatrix`; `[labels, labels]`.
 * @returns One `<svg>` element.
 * @throws {EvaluationError} `bad-argument` when `matrix` has not a row and a column for each label,
 *   and for more than 100 labels.
 */
export function confusionMatrixSvg(
  matrix: readonly (readonly number[])[],
  labels: readonly Label[],
  options: FigureOptions = {},
): string {
  const caller = 'confusionMatrixSvg';
  const { title = 'Confusion matrix', width = 640 } = checkOptions(caller, options, FIGURE_OPTIONS);
  checkFigure(caller, { title, width });
  checkList(caller, 'labels', labels);
  checkMost(caller, 'labels', labels.length, MOST_CLASSES);
  checkMatrix(caller, matrix, labels);
  const wrong = matrix.flat().find((count) => !(count >= 0 && count < Number.POSITIVE_INFINITY));
  const names = chooseLabels(caller, labels).map((label) => printable(String(label)));
  if (wrong !== undefined || new Set(names).size < names.length) {
    throw new EvaluationError(
      'bad-argument',
      wrong === undefined
        ? `${caller}: \`labels\` must differ as text, got ${listed(names)}`
        : `${caller}: \`matrix\` must hold finite counts ≥ 0, got ${wrong}`,
    );
  }
  const n = labels.length;
  const cells = matrix.flatMap((row, t) => {
    const total = row.reduce((a, b) => a + b, 0);
    return row.map((count, p) => ({
      actual: names[t],
      predicted: names[p],
      count,
      rate: total > 0 ? count / total : 0,
    }));
  });
  const recalls = names.map((name, i) => `${name} ${percent(cells[i * (n + 1)].rate)}`).join(', ');
  const shared = { x: 'predicted', y: 'actual' };
  return drawSvg(
    {
      height: Math.round(width * ASPECT),
      marginLeft: 84,
      marginTop: 56,
      marginBottom: 8,
      x: { domain: names, label: null },
      y: { domain: names, label: null },
      marks: [
        axisX({ anchor: 'top', label: 'predicted', labelAnchor: 'center', tickSize: 0 }),
        axisY({ label: 'true', labelAnchor: 'center', tickSize: 0 }),
        cell(cells, {
          ...shared,
          fill: CELL,
          fillOpacity: (d) => FAINTEST + DEPTH * d.rate,
          inset: 1,
        }),
        text(cells, {
          ...shared,
          text: (d) => (Number.isInteger(d.count) ? String(d.count) : d.count.toFixed(1)),
          fill: 'currentColor',
          fontWeight: 600,
          fontSize: 14,
          dy: -7,
        }),
        text(cells, {
          ...shared,
          text: (d) => percent(d.rate),
          fill: 'currentColor',
          fontSize: 11,
          dy: 9,
        }),
      ],
    },
    {
      title,
      description: `True classes in rows, predicted ones in columns. Recalls: ${recalls}.`,
      width,
    },
  );
}
