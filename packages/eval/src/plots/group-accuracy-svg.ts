import { barX, ruleX, text } from '@observablehq/plot';
import type { OptionNames } from '@ser/internal';
import { EvaluationError } from '../evaluation-error.ts';
import { balancedAccuracyScore } from '../metrics/balanced-accuracy-score.ts';
import { checkArray } from '../util/check-array.ts';
import { checkMost } from '../util/check-most.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkTargets } from '../util/check-targets.ts';
import { checkText } from '../util/check-text.ts';
import { groupIndices } from '../util/group-indices.ts';
import type { Label } from '../util/label.ts';
import { percent } from '../util/percent.ts';
import { printable } from '../util/printable.ts';
import { uniqueLabels } from '../util/unique-labels.ts';
import { FIGURE_OPTIONS, type FigureOptions } from './figure-options.ts';
import { checkFigure } from './util/check-figure.ts';
import { BLUE, drawSvg } from './util/draw-svg.ts';
import { MOST_BARS } from './util/most-drawn.ts';

/** Pixels of a bar and its gap. */
const BAR_HEIGHT = 18;

/** Pixels above and below the bars. */
const AXES_HEIGHT = 76;

/** The options of `groupAccuracySvg`. */
export interface GroupAccuracyOptions extends FigureOptions {
  /** What a group is, for the axis. Default `speaker`. */
  groupName?: string;
}

const OPTIONS: OptionNames<GroupAccuracyOptions> = { ...FIGURE_OPTIONS, groupName: true };

/**
 * The balanced accuracy of each group, such as each speaker, best first, and their mean as a line.
 * It shows a classifier that fails for one voice, which the mean over all clips hides.
 *
 * @param groups The group of each sample.
 * @returns One `<svg>` element.
 * @throws {EvaluationError} `bad-argument` for arrays that do not fit, and for more than 1000
 *   groups.
 */
export function groupAccuracySvg(
  yTrue: ArrayLike<Label>,
  yPred: ArrayLike<Label>,
  groups: ArrayLike<Label>,
  options: GroupAccuracyOptions = {},
): string {
  const caller = 'groupAccuracySvg';
  const { groupName = 'speaker', ...figure } = checkOptions(caller, options, OPTIONS);
  checkText(caller, 'groupName', groupName);
  const { title = `Balanced accuracy by ${groupName}`, width = 640 } = figure;
  checkFigure(caller, { title, width });
  checkTargets(caller, yTrue, yPred);
  checkArray(caller, 'groups', groups);
  if (groups.length !== yTrue.length) {
    throw new EvaluationError(
      'bad-argument',
      `${caller}: \`groups\` must have ${yTrue.length} entries, got ${groups.length}`,
    );
  }
  const members = groupIndices(groups);
  checkMost(caller, 'groups', members.size, MOST_BARS);
  const bars = uniqueLabels(caller, groups)
    .map((group) => {
      const own = members.get(group) ?? [];
      const score = balancedAccuracyScore(
        own.map((i) => yTrue[i]),
        own.map((i) => yPred[i]),
      );
      return { group: printable(String(group)), score, n: own.length };
    })
    .sort((a, b) => b.score - a.score);
  const scores = bars.map(({ group, score }) => `${group}: ${percent(score)}`);
  const mean = bars.reduce((sum, { score }) => sum + score, 0) / bars.length;
  return drawSvg(
    {
      height: AXES_HEIGHT + BAR_HEIGHT * bars.length,
      marginLeft: 70,
      marginRight: 50,
      x: { domain: [0, 1], label: 'balanced accuracy', tickFormat: '.0%', grid: true },
      y: { domain: bars.map(({ group }) => group), label: printable(groupName) },
      marks: [
        barX(bars, { x: 'score', y: 'group', fill: BLUE, fillOpacity: 0.75, inset: 1 }),
        ruleX([mean], { stroke: 'currentColor', strokeDasharray: '6 4' }),
        text(bars, {
          x: () => 1,
          y: 'group',
          text: (d) => percent(d.score),
          textAnchor: 'start',
          dx: 8,
          fill: 'currentColor',
        }),
      ],
    },
    {
      title,
      description: `Mean ${percent(mean)}. ${scores.join(', ')}.`,
      width,
    },
  );
}
