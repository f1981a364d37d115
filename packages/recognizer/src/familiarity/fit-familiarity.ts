import { RecognizerError } from '../recognizer-error.ts';
import { type FamiliarConditions, sampledCount } from './familiar-conditions.ts';
import { checkStandardized } from './util/check-standardized.ts';
import { toDeviationStep, toMeanStep } from './util/steps.ts';

/** Every which value is looked at: the others say the same, and cost bytes. */
const STRIDE = 4;

/**
 * The variants of `FUNCTIONALS_VARIANTS` whose examples are the conditions of the published model:
 * chosen on actors 1 to 20.
 */
export const FAMILIAR_VARIANTS: readonly string[] = [
  'original',
  'white-noise',
  'white-noise-low',
  'red-noise-low',
  'telephone',
  'middle',
];

/**
 * What `familiarityDistance` compares with: mean and standard deviation of every fourth value, for
 * each condition, rounded to what `familiarityToJson` keeps (1/32 and 1/64).
 *
 * @param examples The name of each condition and the training examples in it, standardised with
 *   the model's scaler and clipped, as the layer sees them; at least two each.
 * @throws {RecognizerError} `bad-argument` for no condition, for fewer than two examples, and for
 *   examples of different lengths or that are not finite.
 */
export function fitFamiliarity(
  examples: ReadonlyMap<string, readonly Float32Array[]>,
): FamiliarConditions {
  const features = examples.values().next().value?.[0]?.length ?? 0;
  if (features === 0) {
    throw new RecognizerError(
      'bad-argument',
      'fitFamiliarity: `examples` must hold a condition with examples, got none',
    );
  }
  const conditions = [...examples].map(([name, rows]) => {
    checkRows(name, rows, features);
    return { name, ...momentsOf(rows, features) };
  });
  return { features, stride: STRIDE, conditions };
}

function momentsOf(rows: readonly Float32Array[], features: number) {
  const count = sampledCount(features, STRIDE);
  const means = new Float32Array(count);
  const deviations = new Float32Array(count);
  for (let k = 0; k < count; k++) {
    const column = (STRIDE >> 1) + k * STRIDE;
    let sum = 0;
    for (const row of rows) sum += row[column];
    const mean = sum / rows.length;
    let squares = 0;
    for (const row of rows) squares += (row[column] - mean) ** 2;
    means[k] = toMeanStep(mean);
    deviations[k] = toDeviationStep(Math.sqrt(squares / rows.length));
  }
  return { means, deviations };
}

function checkRows(name: string, rows: readonly Float32Array[], features: number): void {
  const fail = (what: string) => {
    throw new RecognizerError(
      'bad-argument',
      `fitFamiliarity: \`examples\` of ${name} must ${what}`,
    );
  };
  if (rows.length < 2) fail(`be two or more, got ${rows.length}`);
  rows.forEach((row, i) => {
    checkStandardized('fitFamiliarity', `examples of ${name}[${i}]`, row);
    if (row.length !== features) fail(`have ${features} values each, got ${row.length} at ${i}`);
  });
}
