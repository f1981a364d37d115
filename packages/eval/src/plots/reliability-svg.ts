import { dot, line, rect, text } from '@observablehq/plot';
import { EvaluationError } from '../evaluation-error.ts';
import type { CalibrationBin } from '../util/bin-confidences.ts';
import { checkMost } from '../util/check-most.ts';
import { checkObjects } from '../util/check-objects.ts';
import { checkOptions } from '../util/check-options.ts';
import { listed } from '../util/listed.ts';
import { percent } from '../util/percent.ts';
import { FIGURE_OPTIONS, type FigureOptions } from './figure-options.ts';
import { checkFigure } from './util/check-figure.ts';
import { BLUE, drawSvg, VERMILION } from './util/draw-svg.ts';
import { MOST_BARS } from './util/most-drawn.ts';

/** Height by width. */
const ASPECT = 0.6;

/**
 * A reliability diagram. A bar shows how often the classifier was right, with the number of
 * samples. Its point is at their mean confidence. On the dashed line both are the same.
 *
 * @param bins From `calibrationCurve`.
 * @returns One `<svg>` element.
 * @throws {EvaluationError} `bad-argument` when every bin is empty, and for more than 1000 bins.
 */
export function reliabilitySvg(
  bins: readonly CalibrationBin[],
  options: FigureOptions = {},
): string {
  const caller = 'reliabilitySvg';
  const { title = 'Reliability', width = 640 } = checkOptions(caller, options, FIGURE_OPTIONS);
  checkFigure(caller, { title, width });
  checkObjects(caller, 'bins', bins, []);
  checkMost(caller, 'bins', bins.length, MOST_BARS);
  const filled = bins.filter(({ count }) => count > 0);
  if (filled.length === 0) {
    const message = `${caller}: \`bins\` must hold samples, got ${bins.length} empty ones`;
    throw new EvaluationError('bad-argument', message);
  }
  for (const { from, to, count, confidence, accuracy } of filled) {
    const values = [from, to, count, confidence, accuracy];
    if (values.every(Number.isFinite)) continue;
    const message = `${caller}: \`bins\` must hold finite numbers, got ${listed(values)}`;
    throw new EvaluationError('bad-argument', message);
  }
  const diagonal = [0, 1].map((value) => ({ value }));
  return drawSvg(
    {
      height: Math.round(width * ASPECT),
      x: { domain: [0, 1], label: 'how sure', tickFormat: '.0%' },
      y: { domain: [0, 1], label: 'how often right', tickFormat: '.0%', grid: true },
      marginTop: 30,
      marks: [
        rect(filled, {
          x1: 'from',
          x2: 'to',
          y1: () => 0,
          y2: 'accuracy',
          fill: BLUE,
          fillOpacity: 0.35,
          inset: 1,
        }),
        line(diagonal, {
          x: 'value',
          y: 'value',
          stroke: 'currentColor',
          strokeDasharray: '6 4',
          strokeOpacity: 0.7,
        }),
        dot(filled, { x: 'confidence', y: 'accuracy', fill: VERMILION, r: 4 }),
        text(filled, {
          x: (d) => (d.from + d.to) / 2,
          y: () => 0,
          text: (d) => String(Math.round(d.count)),
          dy: -8,
          fill: 'currentColor',
          fontSize: 11,
        }),
      ],
    },
    {
      title,
      description: filled
        .map(
          ({ confidence, accuracy, count }) =>
            `${percent(confidence)} sure, ${percent(accuracy)} right (${Math.round(count)})`,
        )
        .join('; '),
      width,
    },
  );
}
