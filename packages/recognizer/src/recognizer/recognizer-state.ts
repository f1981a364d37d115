import { LinearClassifier, type LinearClassifierJson } from '@ser/model/linear';
import { parseVoiceJson, toVoiceJson, type VoiceJson } from '../voice/voice-json.ts';
import { type AdaptedModel, checkAdapted, type Model, notAdaptable } from './model.ts';
import { ModelRecognizer } from './model-recognizer.ts';
import type { Recognizer } from './recognizer.ts';
import type { RecognizerConfig } from './recognizer-config.ts';
import { Versions } from './versions.ts';

/** A recogniser as plain data, which `postMessage` takes to a worker. */
export interface RecognizerState {
  readonly model: LinearClassifierJson;
  readonly config: RecognizerConfig;
  /** Of a recogniser that was calibrated. */
  readonly calibrated:
    | { readonly model: LinearClassifierJson; readonly digest: string; readonly voice: VoiceJson }
    | undefined;
}

/**
 * A recogniser as plain data; undefined for one that scores with a classifier of the caller's own,
 * which cannot leave its thread.
 */
export function stateOf(recognizer: Recognizer): RecognizerState | undefined {
  if (!(recognizer instanceof ModelRecognizer)) return undefined;
  const { model, voice } = ModelRecognizer.partsOf(recognizer);
  if (!(model.classifier instanceof LinearClassifier)) return undefined;
  return {
    model: model.classifier.toJSON(),
    config: model.config,
    calibrated: voice && {
      model: voice.adapted.classifier.toJSON(),
      digest: voice.adapted.digest,
      voice: toVoiceJson(voice.sums, voice.adapted.digest),
    },
  };
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
