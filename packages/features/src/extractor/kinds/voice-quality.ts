import { within } from '../../util/field-checks.ts';
import { toSound } from '../../voice/util/sound.ts';
import { VOICE_QUALITY_NAMES, voiceQuality } from '../../voice/util/voice-quality.ts';
import type { FeatureKind } from '../feature-kind.ts';
import type { Analysis } from '../util/analysis.ts';

/**
 * The quality of a clip's voice as Praat measures it, in thirteen values: `jitterLocal`,
 * `jitterLocalAbsolute` in seconds, `jitterRap`, `jitterPpq5`, `jitterDdp`; `shimmerLocal`,
 * `shimmerLocalDb` in dB, `shimmerApq3`, `shimmerApq5`, `shimmerApq11`, `shimmerDda`; the mean
 * harmonics-to-noise ratio in dB, `hnr`; and the share of voiced frames, `voiced`.
 *
 * A value that a clip does not have, such as jitter without enough pulses, is 0: `voiced` tells
 * such clips from others. Frames are Praat's, whatever those of the extractor.
 */
export interface VoiceQualityConfig {
  readonly kind: 'voiceQuality';
  /** Lowest pitch in Hz. Default 75. */
  readonly pitchFloor?: number;
  /** Highest pitch in Hz. Default 600. */
  readonly pitchCeiling?: number;
}

export const voiceQualityKind: FeatureKind<VoiceQualityConfig> = {
  kind: 'voiceQuality',
  checks: { pitchFloor: within(20, 1000), pitchCeiling: within(20, 10_000) },
  summarises: true,
  names: () => [...VOICE_QUALITY_NAMES],
  rows: (config, analysis) => {
    const data = valuesOf(config, analysis);
    return { data, shape: [data.length, 1] };
  },
  means: valuesOf,
};

function valuesOf(
  { pitchFloor = 75, pitchCeiling = 600 }: VoiceQualityConfig,
  { samples, config }: Analysis,
): Float32Array {
  const sound = toSound('voiceQuality', samples, config.sampleRate);
  return voiceQuality('voiceQuality', sound, { pitchFloor, pitchCeiling });
}
