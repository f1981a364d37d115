import { LinearClassifier } from '@ser/model/linear';
import { parseVoiceJson } from '../voice/voice-json.ts';
import { type AdaptedModel, checkAdapted, type Model, notAdaptable } from './model.ts';
import { ModelRecognizer } from './model-recognizer.ts';
import type { Recognizer } from './recognizer.ts';
import type { RecognizerState } from './state-of-parts.ts';
import { Versions } from './versions.ts';

/**
 * The recogniser of what `stateOfParts` gave. It recognises as the first one does; only one that was
 * calibrated can be calibrated further.
 */
export function recognizerFromState({
  model: json,
  config,
  calibrated,
}: RecognizerState): Recognizer {
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
  return adapted && calibrated
    ? new ModelRecognizer(model, {
        sums: parseVoiceJson(calibrated.voice, voiceModelOf(adapted)),
        adapted,
      })
    : new ModelRecognizer(model);
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
