import { badArgument } from '../../util/checks.ts';
import { MAX_COLUMNS, MAX_OVERLAP, MAX_SEQUENCE, MAX_WEIGHTS } from '../../util/limits.ts';
import type { ExtractorConfig } from '../extractor-config.ts';
import { signalFraming } from './analysis.ts';
import { kindOf } from './kind-of.ts';

/**
 * Throws where a configuration, each option of which is in its range, asks for more work than
 * `util/limits.ts` allows.
 */
export function checkWork(caller: string, config: ExtractorConfig): void {
  const { features, statistic = 'mean', frames } = config;
  const { nFft, hopLength } = signalFraming(caller, config);
  if (nFft > MAX_OVERLAP * hopLength) {
    throw badArgument(caller, 'hopLength', `at least nFft / ${MAX_OVERLAP}`, hopLength);
  }
  let weights = 0;
  let rows = 0;
  features.forEach((feature, i) => {
    const kind = kindOf(feature);
    weights += kind.weights?.(feature, Math.floor(nFft / 2) + 1) ?? 0;
    if (weights > MAX_WEIGHTS) {
      const expected = `small enough for ${MAX_WEIGHTS} weights of all features together`;
      throw badArgument(caller, `features[${i}]`, expected, weights);
    }
    rows += kind.names(feature).length;
  });
  const columns = rows * (Array.isArray(statistic) ? statistic.length : 1);
  if (columns > MAX_COLUMNS) {
    throw badArgument(caller, 'features', `at most ${MAX_COLUMNS} values in all`, columns);
  }
  if (columns * (frames ?? 1) > MAX_SEQUENCE) {
    const expected = `at most ${Math.floor(MAX_SEQUENCE / columns)} for ${columns} values a frame`;
    throw badArgument(caller, 'frames', expected, frames);
  }
}
