import { LinearClassifier } from '@ser/model/linear';
import { parseVoiceJson } from '../voice/voice-json.ts';
import { type AdaptedModel, checkAdapted, type Model, notAdaptable } from './model.ts';
import type { CalibratedVoice } from './scorer-of.ts';
import type { RecognizerState } from './state-of-parts.ts';
import { Versions } from './versions.ts';

/**
 * The model, and the calibrated voice, that `stateOfParts` was given. Only one that was calibrated
 * can be calibrated further.
 */
export function partsFromState({ model: json, config, calibrated }: RecognizerState): {
  model: Model;
  voice?: CalibratedVoice;
} {
  const caller = 'recognizerFromState';
  const classifier = LinearClassifier.fromJSON(json);
  let adapted: AdaptedModel | undefined;
  if (calibrated && config.adapted) {
    const own = LinearClassifier.fromJSON(calibrated.model);
    const versions = new Versions(caller, own);
    const parts = { classifier: own, versions, config: config.adapted };
    adapted = checkAdapted(caller, parts, classifier.labels);
  }
  const model: Model = {
    classifier,
    versions: new Versions(caller, classifier),
    config,
    async adapted(asked) {
      if (!adapted) throw notAdaptable(asked);
      return adapted;
    },
  };
  if (!adapted || !calibrated) return { model };
  return {
    model,
    voice: { sums: parseVoiceJson(calibrated.voice, voiceModelOf(adapted)), adapted },
  };
}

/** What a voice must fit. */
export function voiceModelOf({ classifier, versions }: AdaptedModel): {
  digest: string;
  versions: string[];
  features: number;
} {
  return {
    digest: classifier.weightsSha256,
    versions: versions.names,
    features: classifier.features,
  };
}
