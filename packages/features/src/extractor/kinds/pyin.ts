import { pyin } from '../../core/pyin.ts';
import type { Check } from '../../util/check-fields.ts';
import { finite, integer, nullOr, positive, within } from '../../util/field-checks.ts';
import {
  checkShapes,
  MAX_THRESHOLDS,
  MIN_RESOLUTION,
  type PyinPrior,
} from '../../util/pyin/prior-options.ts';
import type { FeatureKind } from '../feature-kind.ts';

/**
 * Pitch by pYIN in Hz, whether it is voiced and how probably, over frames of `nFft`: `pyin_f0`,
 * `pyin_voicedFlag`, `pyin_voicedProbability`. A stream cannot have it: the path is that of the
 * whole signal.
 */
export interface PyinConfig extends Readonly<PyinPrior> {
  readonly kind: 'pyin';
  /** Lowest pitch in Hz: C2. Default 65. */
  readonly fMin?: number;
  /** Highest pitch in Hz. Default 600. */
  readonly fMax?: number;
  /**
   * The pitch of frames that are not voiced; null for the best guess. Default 0, since a feature
   * has no NaN.
   */
  readonly fillNa?: number | null;
}

const shapes: Check = (caller, path, value) => checkShapes(caller, path, value);

export const pyinKind: FeatureKind<PyinConfig> = {
  kind: 'pyin',
  checks: {
    fMin: positive,
    fMax: positive,
    fillNa: nullOr(finite),
    nThresholds: integer(1, MAX_THRESHOLDS),
    betaParameters: shapes,
    boltzmannParameter: positive,
    resolution: within(MIN_RESOLUTION, 1),
    maxTransitionRate: positive,
    switchProb: within(0, 1),
    noTroughProb: within(0, 1),
  },
  names: () => ['pyin_f0', 'pyin_voicedFlag', 'pyin_voicedProbability'],
  rows(
    { kind: _, fMin = 65, fMax = 600, fillNa = 0, ...prior },
    { samples, config, nFft: frameLength, hopLength },
  ) {
    const { sampleRate, center, padMode } = config;
    const frames = { frameLength, hopLength, center, padMode };
    const track = pyin(samples, { sampleRate, fMin, fMax, fillNa, ...prior, ...frames });
    const { length } = track.f0;
    const data = new Float32Array(3 * length);
    data.set(track.f0);
    data.set(track.voicedFlag, length);
    data.set(track.voicedProbability, 2 * length);
    return { data, shape: [3, length] };
  },
};
