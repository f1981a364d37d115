import { LinearDiscriminantAnalysis } from '@ser/model';

/** The intercept of a class that is never predicted; finite in float32. */
const NEVER = -1e30;

/**
 * A discriminant analysis of more classes than it was fitted on; the others are never predicted.
 *
 * @param present the index of each fitted class among all, ascending
 * @param classes how many classes there are
 */
export function withAbsentClasses(
  analysis: LinearDiscriminantAnalysis,
  present: readonly number[],
  classes: number,
): LinearDiscriminantAnalysis {
  if (present.length === classes) return analysis;
  const { features } = analysis;
  const means = new Float64Array(classes * features);
  const coef = new Float64Array(classes * features);
  const priors = new Float64Array(classes).fill(Number.MIN_VALUE);
  const intercept = new Float64Array(classes).fill(NEVER);
  present.forEach((to, from) => {
    const own = [from * features, (from + 1) * features] as const;
    means.set(analysis.means.subarray(...own), to * features);
    coef.set(analysis.coef.subarray(...own), to * features);
    priors[to] = analysis.priors[from];
    intercept[to] = analysis.intercept[from];
  });
  const { iterations } = analysis;
  return new LinearDiscriminantAnalysis({ means, priors, coef, intercept, iterations });
}
