import { frameRms, partLength, sumSquares } from '../../util/frame-rms.ts';
import type { FeatureKind } from '../feature-kind.ts';
import { oneRow } from '../util/one-row.ts';

/** Root mean square, one value a frame: `rms`. */
export interface RmsConfig {
  readonly kind: 'rms';
}

export const rmsKind: FeatureKind<RmsConfig> = {
  kind: 'rms',
  checks: {},
  names: () => ['rms'],
  rows: (_, analysis) => oneRow(frameRms(analysis.frames(), analysis.nFft)),
  live(_, source) {
    const { nFft, hopLength } = source;
    const part = partLength(nFft, hopLength);
    const sums = new Float64Array(nFft / part);
    return (out, at) => {
      let sum = 0;
      for (let i = 0; i < sums.length; i++) {
        sumSquares(source.values, source.start + i * part, part, sums, i);
        sum += sums[i];
      }
      out[at] = Math.sqrt(sum / nFft);
    };
  },
};
