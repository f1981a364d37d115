import { LinearClassifier, type LinearClassifierJson } from '@ser/model/linear';
import { toVoiceJson, type VoiceJson } from '../voice/voice-json.ts';
import type { VoiceSums } from '../voice/voice-sums.ts';
import type { AdaptedModel, Model } from './model.ts';
import type { RecognizerConfig } from './recognizer-config.ts';

/** A recogniser as plain data, which `postMessage` takes to a worker. */
export interface RecognizerState {
  readonly model: LinearClassifierJson;
  readonly config: RecognizerConfig;
  /** Of a recogniser that was calibrated. */
  readonly calibrated:
    | { readonly model: LinearClassifierJson; readonly voice: VoiceJson }
    | undefined;
}

/** What a recogniser recognises with, as plain data; undefined for a classifier of the caller's. */
export function stateOfParts(
  { classifier, config }: Model,
  voice: { readonly sums: VoiceSums; readonly adapted: AdaptedModel } | undefined,
): RecognizerState | undefined {
  if (!(classifier instanceof LinearClassifier)) return undefined;
  return {
    model: classifier.toJSON(),
    config,
    calibrated: voice && {
      model: voice.adapted.classifier.toJSON(),
      voice: toVoiceJson(voice.sums, voice.adapted.classifier.weightsSha256),
    },
  };
}
