import { type ExtractorConfig, presets } from '@ser/features';

/** Mel bands of the functionals. */
export const BANDS = 64;

/**
 * The mel bands in dB that `functionals` is computed from, each up to one constant, the power of the
 * window, which a picture does not show. A test holds them against the functionals themselves.
 */
export function bandsConfig(level: boolean): ExtractorConfig {
  const { sampleRate, nFft, winLength, hopLength, level: decibels } = presets.functionals;
  return {
    sampleRate,
    nFft,
    winLength,
    hopLength,
    level: level ? decibels : null,
    features: [
      { kind: 'logmel', nMels: BANDS, fMin: 50, fMax: 8000, htk: true, norm: 1, topDb: null },
    ],
    statistic: null,
  };
}
