import { RecognizerError } from '../recognizer-error.ts';

/** What the examples of one condition, such as telephone, are like: every `stride`-th value. */
export interface FamiliarCondition {
  /** The name of the variant, `original` for plain clips. */
  readonly name: string;
  readonly means: Float32Array;
  /** Above 0. */
  readonly deviations: Float32Array;
}

/** The conditions that a model was trained in. */
export interface FamiliarConditions {
  /** Number of values of an example. */
  readonly features: number;
  /** Which values are looked at: each `stride`-th, from `floor(stride / 2)` on. */
  readonly stride: number;
  readonly conditions: readonly FamiliarCondition[];
}

/** How many values of so many are looked at. */
export function sampledCount(features: number, stride: number): number {
  return Math.ceil((features - (stride >> 1)) / stride);
}

/** Refuses conditions that were fitted to examples of another length. */
export function checkConditions(
  caller: string,
  conditions: FamiliarConditions,
  features: number,
): void {
  if (conditions.features === features) return;
  throw new RecognizerError(
    'bad-argument',
    `${caller}: \`conditions\` must be of examples of ${features} values, got of ${conditions.features}; fit them with the model that they are for`,
  );
}
