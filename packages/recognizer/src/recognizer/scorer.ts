import type { Audio } from '../audio/audio.ts';
import { familiarityDistance } from '../familiarity/familiarity-distance.ts';
import { RecognizerError } from '../recognizer-error.ts';
import { toRecognizerError } from '../util/to-recognizer-error.ts';
import { ORIGINAL } from '../voice/original.ts';
import type { ClassifierLike } from './classifier-like.ts';
import { hearsSpeech } from './hears-speech.ts';
import type { ScoreOptions } from './options.ts';
import type { Recognition } from './recognition.ts';
import type { FamiliarityConfig } from './recognizer-config.ts';
import { sortScores } from './sort-scores.ts';
import type { Versions } from './versions.ts';

/** What a {@link Scorer} scores with. */
export interface ScorerParts {
  readonly classifier: ClassifierLike;
  readonly versions: Versions;
  readonly temperature: number;
  readonly familiarity: FamiliarityConfig | undefined;
  /** What is subtracted from the features of a calibrated voice, by version. */
  readonly offsets: ReadonlyMap<string, Float64Array> | undefined;
}

/** Scores sounds that were checked. */
export class Scorer {
  readonly #parts: ScorerParts;

  constructor(parts: ScorerParts) {
    this.#parts = parts;
  }

  /** The scores of a sound, all labels of it. */
  async score(
    caller: string,
    audio: Audio,
    { speech = {}, versions: all = true, signal }: ScoreOptions,
  ): Promise<Recognition> {
    const { classifier, versions, temperature } = this.#parts;
    signal?.throwIfAborted();
    if (!(await hearsSpeech(caller, audio, speech, signal))) {
      return Object.assign([], { speech: false, familiar: null, distance: null });
    }
    const raw = await versions.extract(caller, audio, { all, signal });
    const features = new Map([...raw].map(([name, values]) => [name, this.#centre(name, values)]));
    try {
      const [{ scores }] = await classifier.predictVersions([[...features.values()]]);
      const sorted = sortScores(classifier.labels, scores, temperature);
      if (!sorted.every(({ score }) => Number.isFinite(score))) {
        const text = `${caller}: the model must give finite scores of its labels, got none`;
        throw new RecognizerError('bad-model', text);
      }
      const distance = this.#distance(features.get(ORIGINAL));
      return Object.assign(sorted, { speech: true, ...distance });
    } catch (error) {
      throw toRecognizerError(caller, error, 'bad-model');
    }
  }

  /** The standardised features of a sound, the voice taken out. */
  async embed(
    caller: string,
    audio: Audio,
    signal: AbortSignal | undefined,
  ): Promise<Float32Array> {
    const { versions } = this.#parts;
    signal?.throwIfAborted();
    const raw = await versions.extract(caller, audio, { all: false, signal });
    try {
      return this.#standardize(this.#centre(ORIGINAL, raw.get(ORIGINAL) as Float32Array));
    } catch (error) {
      throw toRecognizerError(caller, error, 'bad-model');
    }
  }

  /** Features from which the voice is taken out, where there is one. */
  #centre(version: string, features: Float32Array): Float32Array {
    const offset = this.#parts.offsets?.get(version);
    return offset ? features.map((value, j) => value - offset[j]) : features;
  }

  #standardize(features: Float32Array): Float32Array {
    const { classifier } = this.#parts;
    if (classifier.standardize) return classifier.standardize(features);
    return classifier.scaler?.transform(features) ?? features;
  }

  #distance(features: Float32Array | undefined): Pick<Recognition, 'familiar' | 'distance'> {
    const { familiarity } = this.#parts;
    if (!familiarity || !features) return { familiar: null, distance: null };
    const distance = familiarityDistance(this.#standardize(features), familiarity.conditions);
    return { familiar: distance <= familiarity.threshold, distance };
  }
}
