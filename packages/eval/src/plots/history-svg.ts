import { lineY, ruleX, text } from '@observablehq/plot';
import type { OptionNames } from '@ser/internal';
import { EvaluationError } from '../evaluation-error.ts';
import { checkObjects } from '../util/check-objects.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkText } from '../util/check-text.ts';
import { describe } from '../util/describe.ts';
import { FIGURE_OPTIONS, type FigureOptions } from './figure-options.ts';
import { checkFigure } from './util/check-figure.ts';
import { BLUE, drawSvg, VERMILION } from './util/draw-svg.ts';
import { MOST_POINTS } from './util/most-drawn.ts';
import { thinOut } from './util/thin-out.ts';

/** The figures of one epoch, as training loops log them. A missing one leaves a gap. */
export interface HistoryEpoch {
  /** The number of the epoch. The axis counts from 1 in the order of the list. Default: none. */
  readonly epoch?: number;
  /** Mean loss on the training rows. Default: none, a gap. */
  readonly loss?: number;
  /** Mean loss on the validation rows. Default: none, a gap. */
  readonly valLoss?: number;
  /** Share of the training rows that were right. Default: none, a gap. */
  readonly accuracy?: number;
  /** Share of the validation rows that were right. Default: none, a gap. */
  readonly valAccuracy?: number;
  /** The learning rate. Default: none, a gap. */
  readonly learningRate?: number;
}

/** The options of `historySvg`. */
export interface HistoryOptions extends FigureOptions {
  /**
   * The figure to draw. `valLoss` is drawn with `loss`, and `valAccuracy` with `accuracy`. Default
   * `loss`.
   */
  metric?: keyof HistoryEpoch;
  /** The epoch, from 1, whose weights were kept. Default: none. */
  bestEpoch?: number;
}

const OPTIONS: OptionNames<HistoryOptions> = { ...FIGURE_OPTIONS, metric: true, bestEpoch: true };

/** Height by width. */
const ASPECT = 0.45;

/** Names on the axis of epochs. */
const MOST_TICKS = 10;

/** The figure of the validation rows that is drawn with one of the training rows. */
const VALIDATION_OF = new Map<keyof HistoryEpoch, keyof HistoryEpoch>([
  ['loss', 'valLoss'],
  ['accuracy', 'valAccuracy'],
]);

/**
 * A figure by epoch, of the training rows (solid) and of the validation rows (dashed). Values that
 * are not finite leave gaps. Of more than 2000 values the lowest and the highest of each stretch
 * are drawn, without gaps.
 *
 * @returns One `<svg>` element.
 * @throws {EvaluationError} `bad-argument` when no epoch has that figure, or `bestEpoch` is none of
 *   them.
 */
export function historySvg(history: readonly HistoryEpoch[], options: HistoryOptions = {}): string {
  const caller = 'historySvg';
  const { metric = 'loss', bestEpoch, ...figure } = checkOptions(caller, options, OPTIONS);
  checkText(caller, 'metric', metric);
  const { title = `${metric} by epoch`, width = 640 } = figure;
  checkFigure(caller, { title, width });
  checkObjects(caller, 'history', history, []);
  const isEpoch = (n: number): boolean => Number.isInteger(n) && n >= 1 && n <= history.length;
  if (bestEpoch !== undefined && !isEpoch(bestEpoch)) {
    throw new EvaluationError(
      'bad-argument',
      `${caller}: \`bestEpoch\` must be a whole number in [1, ${history.length}], got ${describe(bestEpoch)}`,
    );
  }
  const other = VALIDATION_OF.get(metric);
  const isValidation = [...VALIDATION_OF.values()].includes(metric);
  const trained = isValidation ? undefined : metric;
  const validated = isValidation ? metric : other;
  const series = [
    { name: 'training', key: trained, stroke: BLUE, dash: 'none' },
    { name: 'validation', key: validated, stroke: VERMILION, dash: '6 4' },
  ]
    .map(({ key, ...line }) => ({ ...line, values: key ? toPoints(history, key) : [] }))
    .filter(({ values }) => values.length > 0);
  if (series.length === 0) {
    throw new EvaluationError(
      'bad-argument',
      `${caller}: \`history\` must hold ${metric}${other ? ` or ${other}` : ''}, ` +
        `got ${history.length} epochs without`,
    );
  }
  return drawSvg(
    {
      height: Math.round(width * ASPECT),
      marginRight: 80,
      x: {
        domain: [1, history.length],
        label: 'epoch',
        // Between no two epochs, where there is nothing.
        ticks: Math.min(Math.max(history.length - 1, 1), MOST_TICKS),
        tickFormat: 'd',
      },
      y: { label: metric, grid: true, nice: true },
      marks: [
        ...(bestEpoch === undefined
          ? []
          : [
              ruleX([bestEpoch], { stroke: 'currentColor', strokeOpacity: 0.5 }),
              text([bestEpoch], {
                x: (d) => d,
                text: () => 'kept',
                frameAnchor: 'top',
                textAnchor: 'end',
                dx: -4,
                fill: 'currentColor',
              }),
            ]),
        ...series.flatMap(({ name, values, stroke, dash }, i) => [
          lineY(
            values.length > MOST_POINTS
              ? thinOut(values, MOST_POINTS, ({ value }) => value)
              : withGaps(values),
            { x: 'epoch', y: 'value', stroke, strokeWidth: 2, strokeDasharray: dash },
          ),
          // In the corners at the lines' ends, so that the names never overlap.
          text([name], {
            frameAnchor: i === labelAbove(series) ? 'top-right' : 'bottom-right',
            text: (d) => d,
            fill: stroke,
            fontWeight: 600,
            dx: 76,
            textAnchor: 'end',
          }),
        ]),
      ],
    },
    {
      title,
      description: series
        .map(({ name, values }) => {
          const first = values[0].value.toPrecision(3);
          const last = values[values.length - 1].value.toPrecision(3);
          return `${name} from ${first} to ${last} in ${values.length} epochs`;
        })
        .join('; '),
      width,
    },
  );
}

interface Point {
  epoch: number;
  value: number;
}

function toPoints(history: readonly HistoryEpoch[], key: keyof HistoryEpoch): Point[] {
  return history.flatMap((epoch, i) => {
    const value = Object.hasOwn(epoch, key) ? epoch[key] : undefined;
    return value === undefined || !Number.isFinite(value) ? [] : [{ epoch: i + 1, value }];
  });
}

/** The points, with one that is not drawn where epochs are missing. */
function withGaps(points: readonly Point[]): Point[] {
  return points.flatMap((point, i) => {
    const isAfterGap = i > 0 && point.epoch - points[i - 1].epoch > 1;
    return isAfterGap ? [{ epoch: point.epoch - 1, value: Number.NaN }, point] : [point];
  });
}

/** Which of the series ends higher. */
function labelAbove(series: readonly { values: readonly Point[] }[]): number {
  const ends = series.map(({ values }) => values[values.length - 1].value);
  return ends.indexOf(Math.max(...ends));
}
