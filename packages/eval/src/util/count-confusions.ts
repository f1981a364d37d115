import { EvaluationError } from '../evaluation-error.ts';
import { checkMost } from './check-most.ts';
import { checkTargets, type WeightOptions } from './check-targets.ts';
import { chooseLabels } from './choose-labels.ts';
import type { Label } from './label.ts';
import { labelList } from './label-list.ts';
import { weightOf } from './weight-of.ts';

/** A matrix of more classes takes hundreds of megabytes. */
const MOST_CLASSES = 4096;

/** `confusionMatrix` for other functions, without normalisation: its errors name the caller. */
export function countConfusions(
  caller: string,
  yTrue: ArrayLike<Label>,
  yPred: ArrayLike<Label>,
  { labels, sampleWeight }: WeightOptions & { labels?: readonly Label[] },
): number[][] {
  checkTargets(caller, yTrue, yPred, sampleWeight);
  const weight = weightOf(sampleWeight);
  const classes = chooseLabels(caller, labels, yTrue, yPred);
  checkMost(caller, 'labels', classes.length, MOST_CLASSES);
  const indexOf = new Map(classes.map((label, i) => [label, i]));
  const matrix = classes.map(() => new Array<number>(classes.length).fill(0));
  let known = false;
  for (let i = 0; i < yTrue.length; i++) {
    const t = indexOf.get(yTrue[i]);
    const p = indexOf.get(yPred[i]);
    known ||= t !== undefined;
    if (t !== undefined && p !== undefined) matrix[t][p] += weight(i);
  }
  if (!known) {
    throw new EvaluationError(
      'bad-argument',
      `${caller}: \`labels\` must name a class of \`yTrue\`, got ${labelList(classes)}`,
    );
  }
  return matrix;
}
