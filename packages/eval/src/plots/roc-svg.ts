import { areaY, line, text } from '@observablehq/plot';
import type { OptionNames } from '@ser/internal';
import { rocAucScore } from '../metrics/roc-auc-score.ts';
import { checkMost } from '../util/check-most.ts';
import { checkOptions } from '../util/check-options.ts';
import type { Label } from '../util/label.ts';
import { matchScores, type ScoreMatrix } from '../util/match-scores.ts';
import { printable } from '../util/printable.ts';
import { rocPoints } from '../util/roc-points.ts';
import { FIGURE_OPTIONS, type FigureOptions } from './figure-options.ts';
import { checkFigure } from './util/check-figure.ts';
import { BLUE, drawSvg } from './util/draw-svg.ts';
import { MOST_CLASSES, MOST_POINTS } from './util/most-drawn.ts';
import { thinOut } from './util/thin-out.ts';

/** The options of `rocSvg`. */
export interface RocSvgOptions extends FigureOptions {
  /** The class of each column of the scores. Default: the sorted labels of `yTrue`. */
  labels?: readonly Label[];
}

const OPTIONS: OptionNames<RocSvgOptions> = { ...FIGURE_OPTIONS, labels: true };

/** Panels in a row. */
const COLUMNS = 4;

/**
 * The ROC curve of each class against the rest, each in a panel of its own, because eight colours
 * are hard to tell apart. A class that no sample has, or that all samples have, has no curve.
 *
 * @param yScore `[samples, classes]`
 * @returns One `<svg>` element.
 * @throws {EvaluationError} `bad-argument` for arrays that do not fit, and for more than 100
 *   classes.
 */
export function rocSvg(
  yTrue: ArrayLike<Label>,
  yScore: ScoreMatrix,
  options: RocSvgOptions = {},
): string {
  const caller = 'rocSvg';
  const {
    labels,
    title = 'ROC curves, each class against the rest',
    width = 640,
  } = checkOptions(caller, options, OPTIONS);
  checkFigure(caller, { title, width });
  const { classes, columns } = matchScores(caller, yTrue, yScore, labels ? { labels } : {});
  checkMost(caller, 'labels', classes.length, MOST_CLASSES);
  const rows = Array.from(yScore);
  const panels = classes.flatMap((label, k) => {
    const isClass = Array.from(columns, (column) => column === k);
    if (!isClass.includes(true) || !isClass.includes(false)) return [];
    const scores = rows.map((row) => row[k]);
    const { fpr, tpr } = rocPoints(caller, isClass, scores, {});
    const area = rocAucScore(
      isClass.map(Number),
      scores.map((score) => [-score, score]),
    );
    const curve = thinOut([...fpr.keys()], MOST_POINTS, (j) => tpr[j]);
    return [{ label: printable(String(label)), fpr, tpr, curve, area }];
  });
  const areas = panels.map(({ label, area }) => `${label} ${area.toFixed(3)}`);
  const place = (i: number): { fx: number; fy: number } => ({
    fx: i % COLUMNS,
    fy: Math.floor(i / COLUMNS),
  });
  const points = panels.flatMap(({ fpr, tpr, curve }, i) =>
    curve.map((j) => ({ x: fpr[j], y: tpr[j], ...place(i) })),
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
