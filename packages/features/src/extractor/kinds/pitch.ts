import { pitchTrack } from '../../core/pitch-track.ts';
import { nonNegative, positive } from '../../util/field-checks.ts';
import { type PitchRange, pitchDetector } from '../../util/pitch-detector.ts';
import type { FeatureKind } from '../feature-kind.ts';

/** Pitch by YIN in Hz and its certainty, over frames of `nFft`: `f0`, `voicing`. */
export interface PitchConfig extends Readonly<Omit<PitchRange, 'fMin' | 'fMax'>> {
  readonly kind: 'pitch';
  /** Lowest pitch in Hz: C2. Default 65. */
  readonly fMin?: number;
  /** Highest pitch in Hz. Default 600. */
  readonly fMax?: number;
}

const range = ({ fMin = 65, fMax = 600, troughThreshold }: PitchConfig): PitchRange => ({
  fMin,
  fMax,
  troughThreshold,
});

export const pitchKind: FeatureKind<PitchConfig> = {
  kind: 'pitch',
  checks: { fMin: positive, fMax: positive, troughThreshold: nonNegative },
  names: () => ['f0', 'voicing'],
  rows(pitch, { samples, config, nFft: frameLength, hopLength }) {
    const { sampleRate, center, padMode } = config;
    const frames = { frameLength, hopLength, center, padMode };
    const { f0, voicing } = pitchTrack(samples, { sampleRate, ...range(pitch), ...frames });
    const data = new Float32Array(2 * f0.length);
    data.set(f0);
    data.set(voicing, f0.length);
    return { data, shape: [2, f0.length] };
  },
  live(pitch, source) {
    const { sampleRate, nFft } = source;
    const detect = pitchDetector('pitchTrack', nFft, { sampleRate, ...range(pitch) });
    const values = new Float64Array(2);
    return (out, at) => {
      detect(source.values, source.start, values);
      out.set(values, at);
    };
  },
};
