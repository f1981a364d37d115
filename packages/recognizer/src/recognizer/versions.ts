import {
  createExtractor,
  type Extractor,
  extractVariant,
  parseExtractorConfig,
  parseVariantConfigs,
  type VariantConfig,
  type VariantStep,
} from '@ser/features';
import type { Audio } from '../audio/audio.ts';
import { RecognizerError } from '../recognizer-error.ts';
import { nextTask } from '../util/next-task.ts';
import { toRecognizerError } from '../util/to-recognizer-error.ts';
import { ORIGINAL } from '../voice/original.ts';
import type { ClassifierLike } from './classifier-like.ts';

/** The steps that are the same each time, a bandLimit and a gain where they name no range. */
const WITHOUT_RANDOMNESS: readonly VariantStep['kind'][] = [
  'speed',
  'bandLimit',
  'middle',
  'timeStretch',
  'pitchShift',
];

/** The features of a clip, and of the versions in which a classifier scores it too. */
export class Versions {
  readonly extractor: Extractor;
  readonly #variants: readonly VariantConfig[];

  /**
   * @throws {RecognizerError} `bad-model` where the classifier was saved without an extractor's
   *   configuration, or where a variant of it is random.
   */
  constructor(caller: string, { extractor, testVariants }: ClassifierLike) {
    if (extractor === undefined || extractor === null) {
      const expected = 'be saved with the configuration of its extractor, got none';
      throw new RecognizerError('bad-model', `${caller}: the model must ${expected}`);
    }
    try {
      this.extractor = createExtractor(parseExtractorConfig(extractor));
      this.#variants = parseVariantConfigs(testVariants ?? []);
    } catch (cause) {
      const error = toRecognizerError(caller, cause, 'bad-model');
      if (!RecognizerError.isInstance(error)) throw error;
      throw new RecognizerError('bad-model', error.message, { cause });
    }
    for (const { name, steps } of this.#variants) {
      const random = steps.find((step) => !isSame(step));
      if (!random) continue;
      const expected = `be of ${WITHOUT_RANDOMNESS.join(', ')} or gain, without a range`;
      const got = `got ${random.kind} in '${name}'`;
      const text = `${caller}: the model's testVariants must ${expected}, ${got}`;
      throw new RecognizerError('bad-model', text);
    }
  }

  /** `original`, then the variants. */
  get names(): string[] {
    return [ORIGINAL, ...this.#variants.map(({ name }) => name)];
  }

  /**
   * The features of each version by its name, `original` first. Each is computed in a task of its
   * own, so that a page goes on between them.
   *
   * @param all Whether the variants are wanted too.
   * @throws The signal's reason; `RecognizerError` for audio that has no features.
   */
  async extract(
    caller: string,
    audio: Audio,
    { all, signal }: { all: boolean; signal: AbortSignal | undefined },
  ): Promise<Map<string, Float32Array>> {
    const features = new Map<string, Float32Array>();
    for (const variant of [undefined, ...(all ? this.#variants : [])]) {
      await nextTask();
      signal?.throwIfAborted();
      features.set(variant?.name ?? ORIGINAL, this.#extract(caller, audio, variant));
    }
    return features;
  }

  #extract(caller: string, audio: Audio, variant: VariantConfig | undefined): Float32Array {
    try {
      return variant
        ? extractVariant(this.extractor, audio, variant, { random: neverCalled })
        : this.extractor.extract(audio);
    } catch (error) {
      throw toRecognizerError(caller, error, 'bad-audio');
    }
  }
}

/** Whether a step does the same to a clip each time. */
function isSame(step: VariantStep): boolean {
  switch (step.kind) {
    case 'gain':
      return typeof step.db === 'number';
    case 'bandLimit':
      return typeof step.lowest !== 'object' && typeof step.highest !== 'object';
    default:
      return WITHOUT_RANDOMNESS.includes(step.kind);
  }
}

/** The generator of variants that call none. */
function neverCalled(): never {
  throw new Error('a variant without randomness asked for a random number');
}
