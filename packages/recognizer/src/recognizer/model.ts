import type { LinearClassifier } from '@ser/model/linear';
import { RecognizerError } from '../recognizer-error.ts';
import type { ClassifierLike } from './classifier-like.ts';
import type { AdaptedConfig, FamiliarityConfig, RecognizerConfig } from './recognizer-config.ts';
import type { Versions } from './versions.ts';

/** What recognises. Nothing changes it: a recogniser shares it with those calibrated from it. */
export interface Model {
  readonly classifier: ClassifierLike;
  readonly versions: Versions;
  readonly config: RecognizerConfig;
  /**
   * The model for calibrated voices.
   *
   * @throws {RecognizerError} `not-adaptable` where there is none; `bad-model`.
   */
  adapted(caller: string): Promise<AdaptedModel>;
}

/** A model that was trained on voices from which what is their own was taken out. */
export interface AdaptedModel {
  readonly classifier: LinearClassifier;
  readonly versions: Versions;
  readonly config: AdaptedConfig;
}

/** The error of a model that knows no calibrated voices. */
export function notAdaptable(caller: string): RecognizerError {
  const text = `${caller}: the model must be trained for voices that are calibrated to`;
  return new RecognizerError('not-adaptable', `${text}, got one without \`adapted\``);
}

/**
 * Throws unless the parts of a model for calibrated voices fit each other and the model beside it.
 *
 * @returns `adapted`.
 */
export function checkAdapted(
  caller: string,
  adapted: AdaptedModel,
  labels: readonly string[],
): AdaptedModel {
  const { classifier, versions, config } = adapted;
  const bad = (expected: string, got: string) =>
    new RecognizerError('bad-model', `${caller}: the adapted model must ${expected}, got ${got}`);
  if (classifier.labels.join() !== labels.join()) {
    throw bad(`have the labels ${labels.join()}`, classifier.labels.join());
  }
  if (classifier.weightsSha256 === '') throw bad('be saved with the digest of its weights', 'none');
  checkFamiliarity(caller, config.familiarity, classifier.features);
  for (const name of versions.names) {
    const size = Object.hasOwn(config.averages, name) ? config.averages[name].length : 0;
    if (size === classifier.features) continue;
    throw bad(`have an average of ${classifier.features} features for ${name}`, `${size}`);
  }
  return adapted;
}

/** Throws unless what is familiar was measured on examples of a model's number of features. */
export function checkFamiliarity(
  caller: string,
  familiarity: FamiliarityConfig | undefined,
  features: number,
): void {
  const found = familiarity?.conditions?.features ?? features;
  if (found === features) return;
  const text = `${caller}: the conditions of recognizer.json must be of ${features} features`;
  throw new RecognizerError('bad-model', `${text}, got ${found}`);
}
