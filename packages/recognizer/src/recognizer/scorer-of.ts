import { voiceOffsets } from '../voice/voice-offsets.ts';
import type { VoiceSums } from '../voice/voice-sums.ts';
import type { AdaptedModel, Model } from './model.ts';
import { Scorer } from './scorer.ts';

/** A voice that was calibrated to. */
export interface CalibratedVoice {
  readonly sums: VoiceSums;
  readonly adapted: AdaptedModel;
}

/** What scores by a model, or by the one of a calibrated voice. */
export function scorerOf({ classifier, versions, config }: Model, voice?: CalibratedVoice): Scorer {
  if (voice === undefined) {
    const { temperature, familiarity } = config;
    return new Scorer({ classifier, versions, temperature, familiarity, offsets: undefined });
  }
  const { adapted, sums } = voice;
  return new Scorer({
    classifier: adapted.classifier,
    versions: adapted.versions,
    temperature: adapted.config.temperature,
    familiarity: adapted.config.familiarity,
    offsets: voiceOffsets(sums, adapted.config),
  });
}
