import type { FrameSource } from '../../stream/util/frame-source.ts';
import { crossingRates } from '../../util/crossing-rates.ts';
import { nonNegative } from '../../util/field-checks.ts';
import type { FeatureKind } from '../feature-kind.ts';
import { oneRow } from '../util/one-row.ts';

/** Zero-crossing rate, one value a frame: `zcr`. */
export interface ZcrConfig {
  readonly kind: 'zcr';
  /** Samples between `-threshold` and `threshold` count as zero. Default 1e-10. */
  readonly threshold?: number;
}

export const zcrKind: FeatureKind<ZcrConfig> = {
  kind: 'zcr',
  checks: { threshold: nonNegative },
  names: () => ['zcr'],
  rows({ threshold }, { samples, config }) {
    const { nFft: frameLength, hopLength, center } = config;
    return oneRow(crossingRates(samples, { frameLength, hopLength, center, threshold }));
  },
  live({ threshold = 1e-10 }, source) {
    return (out, at) => {
      out[at] = crossings(source, threshold) / source.nFft;
    };
  },
};

/** Changes of sign in the frame at hand. */
function crossings(
  { values, start, nFft, signalStart, signalEnd }: FrameSource,
  threshold: number,
): number {
  // Padding repeats the first and the last sample, and so has no crossing.
  const first = Math.max(start, signalStart);
  const end = Math.min(start + nFft, signalEnd);
  let count = 0;
  for (let i = first + 1; i < end; i++) {
    if (values[i] < -threshold !== values[i - 1] < -threshold) count++;
  }
  return count;
}
