import { areaY, line, text } from '@observablehq/plot';
import { rocAucScore } from '../metrics/roc-auc-score.ts';
import type { Label } from '../util/label.ts';
import { matchScores, type ScoreMatrix } from '../util/match-scores.ts';
import { rocPoints } from '../util/roc-points.ts';
import type { FigureOptions } from './figure-options.ts';
import { BLUE, drawSvg } from './util/draw-svg.ts';

/** The options of `rocSvg`. */
export interface RocSvgOptions extends FigureOptions {
  /** The class of each column of the scores. Default: the sorted labels of `yTrue`. */
  labels?: readonly Label[];
}

/** Panels in a row. */
const COLUMNS = 4;

/**
 * The ROC curve of each class against the rest, each in a panel of its own, because eight colours
 * are hard to tell apart. A class that no sample has, or that all samples have, has no curve.
 *
 * @param yScore `[samples, classes]`
 * @returns One `<svg>` element.
 * @throws {EvaluationError} `bad-argument` for arrays that do not fit.
 */
export function rocSvg(
  yTrue: ArrayLike<Label>,
  yScore: ScoreMatrix,
  { labels, title = 'ROC curves, each class against the rest', width = 640 }: RocSvgOptions = {},
): string {
  const { classes, columns } = matchScores('rocSvg', yTrue, yScore, labels ? { labels } : {});
  const rows = Array.from(yScore);
  const panels = classes.flatMap((label, k) => {
    const isClass = Array.from(columns, (column) => column === k);
    if (!isClass.includes(true) || !isClass.includes(false)) return [];
    const scores = rows.map((row) => row[k]);
    const { fpr, tpr } = rocPoints('rocSvg', isClass, scores, {});
    const area = rocAucScore(
      isClass.map(Number),
      scores.map((score) => [-score, score]),
    );
    return [{ label: String(label), fpr, tpr, area }];
  });
  const areas = panels.map(({ label, area }) => `${label} ${area.toFixed(3)}`);
  const place = (i: number): { fx: number; fy: number } => ({
    fx: i % COLUMNS,
    fy: Math.floor(i / COLUMNS),
  });
  const points = panels.flatMap(({ fpr, tpr }, i) =>
    fpr.map((x, j) => ({ x, y: tpr[j], ...place(i) })),
  );
  const facet = { fx: 'fx', fy: 'fy' };
  const fxCount = Math.min(panels.length, COLUMNS);
  const fyCount = Math.ceil(panels.length / COLUMNS);
  return drawSvg(
    {
      height: Math.round((fyCount * width) / Math.max(fxCount, 2)) + 50,
      marginTop: 30,
      x: { domain: [0, 1], ticks: [0, 0.5, 1], label: 'false positives', tickFormat: String },
      y: {
        domain: [0, 1],
        ticks: [0, 0.5, 1],
        label: 'true positives',
        labelAnchor: 'center',
        tickFormat: String,
      },
      fx: { axis: null, padding: 0.12 },
      fy: { axis: null, padding: 0.2 },
      marks: [
        line(
          panels.flatMap((_, i) => [0, 1].map((x) => ({ x, ...place(i) }))),
          { x: 'x', y: 'x', z: null, ...facet, stroke: 'currentColor', strokeOpacity: 0.35 },
        ),
        areaY(points, { x: 'x', y1: () => 0, y2: 'y', ...facet, fill: BLUE, fillOpacity: 0.15 }),
        line(points, { x: 'x', y: 'y', ...facet, stroke: BLUE, strokeWidth: 2 }),
        text(
          panels.map((panel, i) => ({ ...panel, ...place(i) })),
          {
            ...facet,
            text: (d) => `${d.label} ${d.area.toFixed(3)}`,
            frameAnchor: 'top-left',
            dy: -16,
            fill: 'currentColor',
            fontWeight: 600,
          },
        ),
      ],
    },
    {
      title,
      description: `Areas: ${areas.join(', ')}.`,
      width,
    },
  );
}
