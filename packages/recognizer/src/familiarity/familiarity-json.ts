import { RecognizerError } from '../recognizer-error.ts';
import { fromBase64, toBase64 } from '../util/base64.ts';
import { describeValue } from '../util/checks.ts';
import { type FamiliarConditions, sampledCount } from './familiar-conditions.ts';
import { DEVIATIONS_PER_ONE, MEANS_PER_ONE } from './util/steps.ts';

/** `FamiliarConditions` as plain JSON: some 2.8 kB a condition for 4,171 features. */
export interface FamiliarityJson {
  readonly features: number;
  readonly stride: number;
  /** A condition's name, and its means and deviations as base64 of bytes. */
  readonly conditions: readonly {
    readonly name: string;
    /** Signed bytes, each 1/32. */
    readonly means: string;
    /** Bytes, each 1/64. */
    readonly deviations: string;
  }[];
}

/** The most values of an example: more than any extractor gives. */
const MAX_FEATURES = 1_000_000;
/** The most conditions. */
const MAX_CONDITIONS = 64;

/** What `fitFamiliarity` gave, to be saved beside the model. */
export function familiarityToJson(conditions: FamiliarConditions): FamiliarityJson {
  const { features, stride } = conditions;
  return {
    features,
    stride,
    conditions: conditions.conditions.map(({ name, means, deviations }) => ({
      name,
      means: toBase64(Uint8Array.from(means, (value) => Math.round(value * MEANS_PER_ONE))),
      deviations: toBase64(
        Uint8Array.from(deviations, (value) => Math.round(value * DEVIATIONS_PER_ONE)),
      ),
    })),
  };
}

/**
 * What `familiarityToJson` gave, read again.
 *
 * @param value JSON that came from a file.
 * @param path Where in the file it stands, for errors, such as `familiarity.conditions`.
 * @throws {RecognizerError} `bad-model` for anything else.
 */
export function parseFamiliarity(value: unknown, path: string): FamiliarConditions {
  const json = value as Partial<FamiliarityJson> | null | undefined;
  const { features, stride, conditions } = json ?? {};
  const whole = (name: string, number: unknown, max: number): number => {
    if (typeof number === 'number' && Number.isInteger(number) && number >= 1 && number <= max) {
      return number;
    }
    throw wrong(`${path}.${name}`, `be a whole number in [1, ${max}]`, describeValue(number));
  };
  const width = whole('features', features, MAX_FEATURES);
  const every = whole('stride', stride, width);
  if (!Array.isArray(conditions) || conditions.length < 1 || conditions.length > MAX_CONDITIONS) {
    const got = Array.isArray(conditions) ? `${conditions.length}` : describeValue(conditions);
    throw wrong(`${path}.conditions`, `be a list of 1 to ${MAX_CONDITIONS}`, got);
  }
  const count = sampledCount(width, every);
  return {
    features: width,
    stride: every,
    conditions: conditions.map((condition, i) => {
      const at = `${path}.conditions[${i}]`;
      const name: unknown = condition?.name;
      if (typeof name !== 'string') throw wrong(`${at}.name`, 'be a string', describeValue(name));
      const means = bytesOf(condition.means, count, `${at}.means`);
      const deviations = bytesOf(condition.deviations, count, `${at}.deviations`);
      const zero = deviations.indexOf(0);
      if (zero !== -1) throw wrong(`${at}.deviations`, 'hold no zero', `one at ${zero}`);
      return {
        name,
        means: Float32Array.from(new Int8Array(means.buffer), (byte) => byte / MEANS_PER_ONE),
        deviations: Float32Array.from(deviations, (byte) => byte / DEVIATIONS_PER_ONE),
      };
    }),
  };
}

function bytesOf(text: unknown, count: number, path: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64(text);
  if (bytes?.length === count) return bytes;
  const got = bytes ? `${bytes.length}` : describeValue(text);
  throw wrong(path, `be base64 of ${count} bytes`, got);
}

function wrong(path: string, what: string, got: string): RecognizerError {
  const text = `parseRecognizerConfig: \`${path}\` must ${what}, got ${got}`;
  return new RecognizerError('bad-model', text);
}
