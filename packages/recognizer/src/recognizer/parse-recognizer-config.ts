import type { FamiliarConditions } from '../familiarity/familiar-conditions.ts';
import { parseFamiliarity } from '../familiarity/familiarity-json.ts';
import { RecognizerError } from '../recognizer-error.ts';
import { fromBase64 } from '../util/base64.ts';
import { describeValue } from '../util/checks.ts';
import { ORIGINAL } from '../voice/original.ts';
import type { AdaptedConfig, FamiliarityConfig, RecognizerConfig } from './recognizer-config.ts';

/** The version of `recognizer.json`. */
const VERSION = 1;

type Fields = Readonly<Record<string, unknown>>;

/** The fields of each object; `?` behind those that may be left out. */
const ROOT = ['version', 'name?', 'temperature', 'familiarity?', 'adapted?'];
const FAMILIARITY = ['threshold', 'conditions?'];
const ADAPTED = ['temperature', 'priorClips', 'threshold?', 'conditions?', 'averages'];

/**
 * Checks and types `recognizer.json`, which lies beside a saved model.
 *
 * @param value Parsed JSON.
 * @throws {RecognizerError} `bad-model` that names the path in the value, such as
 *   `adapted.priorClips`.
 */
export function parseRecognizerConfig(value: unknown): RecognizerConfig {
  const root = fieldsOf('value', value, ROOT);
  if (root.version !== VERSION) {
    throw bad('version', `${VERSION} (a newer file needs a newer package)`, root.version);
  }
  const { familiarity, adapted } = root;
  if (root.name !== undefined && typeof root.name !== 'string')
    throw bad('name', 'text', root.name);
  return {
    temperature: positive('temperature', root.temperature),
    familiarity: familiarity === undefined ? undefined : familiarityOf(familiarity),
    adapted: adapted === undefined ? undefined : adaptedOf(adapted),
  };
}

function familiarityOf(value: unknown): FamiliarityConfig {
  const fields = fieldsOf('familiarity', value, FAMILIARITY);
  return {
    threshold: positive('familiarity.threshold', fields.threshold),
    conditions: conditionsOf('familiarity', fields),
  };
}

function adaptedOf(value: unknown): AdaptedConfig {
  const fields = fieldsOf('adapted', value, ADAPTED);
  const { temperature, priorClips, threshold, averages } = fields;
  const conditions = conditionsOf('adapted', fields);
  if (conditions && threshold === undefined) {
    throw bad('adapted.threshold', 'there, as `adapted.conditions` is', threshold);
  }
  return {
    temperature: positive('adapted.temperature', temperature),
    priorClips: positive('adapted.priorClips', priorClips),
    familiarity:
      threshold === undefined
        ? undefined
        : { threshold: positive('adapted.threshold', threshold), conditions },
    averages: averagesOf(averages),
  };
}

function conditionsOf(path: string, { conditions }: Fields): FamiliarConditions | undefined {
  return conditions === undefined ? undefined : parseFamiliarity(conditions, `${path}.conditions`);
}

function averagesOf(value: unknown): Record<string, Float32Array> {
  const given = Object.entries(objectOf('adapted.averages', value));
  const averages = Object.fromEntries(
    given.map(([name, text]) => [name, floatsOf(`adapted.averages.${name}`, text)]),
  );
  if (Object.hasOwn(averages, ORIGINAL)) return averages;
  throw bad(`adapted.averages.${ORIGINAL}`, 'there', undefined);
}

function floatsOf(path: string, text: unknown): Float32Array {
  const bytes = fromBase64(text);
  const size = Float32Array.BYTES_PER_ELEMENT;
  const floats = bytes && bytes.length % size === 0 ? new Float32Array(bytes.buffer) : undefined;
  if (floats && floats.length > 0 && floats.every(Number.isFinite)) return floats;
  throw bad(path, 'finite Float32 values in base64', text);
}

function positive(path: string, value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value) && value > 0) return value;
  throw bad(path, 'a number > 0', value);
}

function objectOf(path: string, value: unknown): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw bad(path, 'an object', value);
}

function fieldsOf(path: string, value: unknown, fields: readonly string[]): Fields {
  const object = objectOf(path, value);
  const names = fields.map((field) => field.replace('?', ''));
  const unknown = Object.keys(object).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    const text = `parseRecognizerConfig: \`${path}\` must hold none but ${names.join(', ')}`;
    throw new RecognizerError('bad-model', `${text}, got ${describeValue(unknown)}`);
  }
  return object;
}

function bad(path: string, expected: string, value: unknown): RecognizerError {
  const text = `parseRecognizerConfig: \`${path}\` must be ${expected}, got ${describeValue(value)}`;
  return new RecognizerError('bad-model', text);
}
