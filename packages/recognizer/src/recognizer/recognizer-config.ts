import type { FamiliarConditions } from '../familiarity/familiar-conditions.ts';

/** What `recognizer.json` beside a saved model says of it. */
export interface RecognizerConfig {
  /** What the logits are divided by once more, so that scores are as often right as they say. */
  readonly temperature: number;
  /** From where on a sound is strange; undefined where that was not measured. */
  readonly familiarity: FamiliarityConfig | undefined;
  /** Of the model for voices that are calibrated to; undefined where there is none. */
  readonly adapted: AdaptedConfig | undefined;
}

/** From where on a sound is strange. */
export interface FamiliarityConfig {
  /** The greatest distance of what is familiar. */
  readonly threshold: number;
  /** What the distance is from; undefined where it is the mean size of standardised values. */
  readonly conditions: FamiliarConditions | undefined;
}

/** What is known of the model in the folder `adapted`. */
export interface AdaptedConfig {
  /** As that of `RecognizerConfig`. */
  readonly temperature: number;
  /** How many clips of the average voice count among those of a voice. */
  readonly priorClips: number;
  /** As that of `RecognizerConfig`. */
  readonly familiarity: FamiliarityConfig | undefined;
  /** The features of the average voice in each version, `original` among them. */
  readonly averages: Readonly<Record<string, Float32Array>>;
}

/** Of a folder of `ser train`, which has no `recognizer.json`. */
export const NO_CONFIG: RecognizerConfig = {
  temperature: 1,
  familiarity: undefined,
  adapted: undefined,
};
