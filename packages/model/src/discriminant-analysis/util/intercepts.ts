import { naturalLog } from './natural-log.ts';

/** `−½ mean · coef + log prior` of each class. */
export function intercepts(
  means: Float64Array,
  coef: Float64Array,
  priors: Float64Array,
): Float64Array {
  const features = means.length / priors.length;
  return priors.map((prior, c) => {
    let sum = 0;
    for (let i = c * features; i < (c + 1) * features; i++) sum += means[i] * coef[i];
    return naturalLog(prior) - 0.5 * sum;
  });
}
