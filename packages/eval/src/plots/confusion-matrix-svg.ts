import { axisX, axisY, cell, text } from '@observablehq/plot';
import { EvaluationError } from '../evaluation-error.ts';
import type { Label } from '../util/label.ts';
import { percent } from '../util/percent.ts';
import type { FigureOptions } from './figure-options.ts';
import { drawSvg } from './util/draw-svg.ts';

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
 * @throws {EvaluationError} `bad-argument` when `matrix` has not a row and a column for each label.
 */
export function confusionMatrixSvg(
  matrix: readonly (readonly number[])[],
  labels: readonly Label[],
  { title = 'Confusion matrix', width = 640 }: FigureOptions = {},
): string {
  const n = labels.length;
  if (matrix.length !== n || n === 0 || matrix.some((row) => row.length !== n)) {
    throw new EvaluationError(
      'bad-argument',
      `confusionMatrixSvg: \`matrix\` must be ${n} × ${n} for ${n} labels, ` +
        `got ${matrix.length} rows`,
    );
  }
  const names = labels.map(String);
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
