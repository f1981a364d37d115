import { RecognizerError } from '../recognizer-error.ts';
import { fromBase64, toBase64 } from '../util/base64.ts';
import { describeValue } from '../util/checks.ts';
import type { VoiceSums } from './voice-sums.ts';

/** What was heard of a voice, as plain JSON: sums of features, which no speech can be made of. */
export interface VoiceJson {
  /** Of this format: 1. */
  readonly version: 1;
  /** The SHA-256 of the weights of the model for calibrated voices: no other can use it. */
  readonly model: string;
  /** How many clips were heard. */
  readonly n: number;
  /** Of each version of the clips, such as `original`: the sum of the features, Float64 in base64. */
  readonly sums: Readonly<Record<string, string>>;
}

/** The most clips that a voice was heard in: a month of speech. */
const MAX_CLIPS = 1_000_000;
/** The largest mean of a feature; no extractor gives a thousandth of it. */
const MAX_MEAN = 1e12;

/** The model that a voice belongs to. */
export interface VoiceModel {
  /** The SHA-256 of its weights. */
  readonly digest: string;
  /** The names of the versions in which it scores a clip. */
  readonly versions: readonly string[];
  readonly features: number;
}

/** A voice as plain JSON. */
export function toVoiceJson({ n, sums }: VoiceSums, model: string): VoiceJson {
  const texts = [...sums].map(([name, sum]) => [name, toBase64(sum)] as const);
  return { version: 1, model, n, sums: Object.fromEntries(texts) };
}

/**
 * Reads what `toVoiceJson` gave.
 *
 * @throws {RecognizerError} `bad-voice` for anything else, and for a voice of another model.
 */
export function parseVoiceJson(value: unknown, model: VoiceModel): VoiceSums {
  if (typeof value !== 'object' || value === null) {
    throw bad('be what `recognizer.voice` gave', describeValue(value));
  }
  const { version, model: digest, n, sums } = value as Partial<Record<keyof VoiceJson, unknown>>;
  if (version !== 1) throw bad('have the version 1', describeValue(version));
  if (digest !== model.digest) {
    throw bad('be of this model; calibrate again', `one of ${describeValue(digest)}`);
  }
  if (!Number.isSafeInteger(n) || Number(n) < 1 || Number(n) > MAX_CLIPS) {
    throw bad(`have n, a whole number of clips in [1, ${MAX_CLIPS}]`, describeValue(n));
  }
  const texts = new Map(Object.entries(Object(sums)));
  const parsed = model.versions.map((name) => {
    const sum = doublesOf(texts.get(name));
    if (sum?.length === model.features && sum.every(Number.isFinite)) {
      const far = sum.find((total) => Math.abs(total / Number(n)) > MAX_MEAN);
      if (far === undefined) return [name, sum] as const;
      throw bad(`have sums.${name} whose means are within ±${MAX_MEAN}`, `${far} of ${n} clips`);
    }
    const expected = `have sums.${name}, ${model.features} finite Float64 values in base64`;
    throw bad(expected, describeValue(texts.get(name)));
  });
  return { n: Number(n), sums: new Map(parsed) };
}

function doublesOf(text: unknown): Float64Array | undefined {
  const bytes = fromBase64(text);
  if (!bytes || bytes.length % Float64Array.BYTES_PER_ELEMENT !== 0) return undefined;
  return new Float64Array(bytes.buffer);
}

function bad(expected: string, got: string): RecognizerError {
  return new RecognizerError('bad-voice', `loadRecognizer: \`voice\` must ${expected}, got ${got}`);
}
