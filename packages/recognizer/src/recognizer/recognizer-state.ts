import { LinearClassifier } from '@ser/model/linear';
import { parseVoiceJson } from '../voice/voice-json.ts';
import { type AdaptedModel, checkAdapted, type Model, notAdaptable } from './model.ts';
import { ModelRecognizer } from './model-recognizer.ts';
import type { Recognizer } from './recognizer.ts';
import { type RecognizerState, stateOfParts } from './state-of-parts.ts';
import { Versions } from './versions.ts';

/**
 * A recogniser as plain data; undefined for one that scores with a classifier of the caller's own,
 * which cannot leave its thread.
 */
export function stateOf(recognizer: Recognizer): RecognizerState | undefined {
  if (!(recognizer instanceof ModelRecognizer)) return undefined;
  const { model, voice } = ModelRecognizer.partsOf(recognizer);
  return stateOfParts(model, voice);
}

/**
 * The recogniser of what `stateOf` gave. It recognises as the first one does; only one that was
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
    const parts = { classifier: own, versions, config: config.adapted, digest: calibrated.digest };
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
export function voiceModelOf({ classifier, versions, digest }: AdaptedModel): {
  digest: string;
  versions: string[];
  features: number;
} {
  return { digest, versions: versions.names, features: classifier.features };
}
