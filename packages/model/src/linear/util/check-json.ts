import { checkNames } from '../../classifier/util/check-names.ts';
import { ModelError } from '../../model-error.ts';
import { StandardScaler } from '../../preprocessing/standard-scaler.ts';
import { checkOptions } from '../../util/check-options.ts';
import {
  JSON_FIELDS,
  JSON_VERSION,
  type LinearClassifierJson,
  SCALER_FIELDS,
} from '../linear-classifier-json.ts';

/**
 * Holds the parts of a linear classifier against each other.
 *
 * @returns Its scaler.
 * @throws {ModelError} `bad-argument` for parts that do not fit.
 */
export function checkJson(caller: string, json: LinearClassifierJson): StandardScaler | undefined {
  const { version, labels, kernel, bias, scaler, weightsSha256 } = checkOptions(
    caller,
    json,
    JSON_FIELDS,
  );
  const fail = (problem: string) => new ModelError('bad-argument', `${caller}: ${problem}`);
  if (version !== JSON_VERSION) {
    throw fail(`\`version\` must be ${JSON_VERSION}, got ${JSON.stringify(version)}`);
  }
  if (weightsSha256 !== undefined && typeof weightsSha256 !== 'string') {
    throw fail(`\`weightsSha256\` must be a string, got ${JSON.stringify(weightsSha256)}`);
  }
  for (const [name, values] of Object.entries({ kernel, bias })) {
    checkTyped(caller, name, values, 'Float32Array');
    const bad = values.findIndex(Number.isNaN);
    if (bad !== -1) throw fail(`\`${name}\` must hold numbers, got NaN at ${bad}`);
  }
  checkNames(caller, 'labels', labels, bias.length);
  const features = kernel.length / bias.length;
  if (!(Number.isInteger(features) && features > 0)) {
    throw fail(
      '`kernel` must hold a row of as many values as there are labels for each feature, ' +
        `got ${kernel.length} for ${bias.length} labels`,
    );
  }
  if (scaler === null) return undefined;
  const { mean, scale, clip } = checkOptions(`${caller}: \`scaler\``, scaler, SCALER_FIELDS);
  checkTyped(caller, 'scaler.mean', mean, 'Float64Array');
  checkTyped(caller, 'scaler.scale', scale, 'Float64Array');
  const made = new StandardScaler(mean, scale, { clip });
  if (made.mean.length !== features) {
    throw fail(`\`scaler\` must scale the model's ${features} features, got ${made.mean.length}`);
  }
  return made;
}

/** Throws a ModelError `bad-argument` unless the value is a typed array of a type, of any realm. */
function checkTyped(caller: string, name: string, value: object, type: string): void {
  if (Object.prototype.toString.call(value) === `[object ${type}]` && ArrayBuffer.isView(value)) {
    return;
  }
  throw new ModelError(
    'bad-argument',
    `${caller}: \`${name}\` must be a ${type}, got ${value === null ? 'null' : typeof value}; ` +
      'copy a classifier with structuredClone: JSON.stringify makes objects of typed arrays',
  );
}
