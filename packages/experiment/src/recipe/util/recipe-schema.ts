import { parseExtractorConfig, parseVariantConfigs, presets } from '@ser/features';
import * as v from 'valibot';
import type { FitRecipe, PresetName, Recipe, ScheduleRecipe } from '../recipe.ts';

/** A number that fulfils `isValid`; `expected` says so in messages. */
function number(
  expected: string,
  isValid: (value: number) => boolean,
): v.GenericSchema<unknown, number> {
  return v.pipe(v.number(expected), v.finite(expected), v.check(isValid, expected));
}

const whole = number('a whole number ≥ 1', (value) => Number.isInteger(value) && value >= 1);
const wholeFrom0 = number('a whole number ≥ 0', (value) => Number.isInteger(value) && value >= 0);
const positive = number('a number > 0', (value) => value > 0);
const from0 = number('a number ≥ 0', (value) => value >= 0);
const rate = number('a number in [0, 1)', (value) => value >= 0 && value < 1);
const text = v.pipe(v.string(), v.minLength(1, 'text'));

const cnn = v.strictObject({
  kind: v.literal('cnn'),
  blocks: v.optional(
    v.array(
      v.strictObject({
        filters: whole,
        kernelSize: whole,
        dropout: v.optional(rate),
        poolSize: v.optional(whole),
      }),
    ),
  ),
  dense: v.optional(v.strictObject({ units: whole, dropout: v.optional(rate) })),
  l2: v.optional(from0),
  batchNormMomentum: v.optional(rate),
});

const frames = v.strictObject({
  kind: v.literal('frames'),
  filters: v.optional(whole),
  kernelSize: v.optional(whole),
  dilations: v.optional(v.array(whole)),
  squeeze: v.optional(rate),
  dropout: v.optional(rate),
  headDropout: v.optional(rate),
  batchNormMomentum: v.optional(rate),
});

const schedule: v.GenericSchema<unknown, ScheduleRecipe> = v.variant('schedule', [
  v.strictObject({
    schedule: v.literal('cosineDecay'),
    rate: positive,
    alpha: v.optional(from0),
  }),
  v.strictObject({
    schedule: v.literal('oneCycle'),
    maxRate: positive,
    pctStart: v.optional(rate),
    divFactor: v.optional(positive),
    finalDivFactor: v.optional(positive),
  }),
]);

const fit: v.GenericSchema<unknown, FitRecipe> = v.strictObject({
  epochs: whole,
  batchSize: v.optional(whole),
  learningRate: v.optional(v.union([positive, schedule])),
  weightDecay: v.optional(from0),
  globalClipnorm: v.optional(positive),
  mixup: v.optional(from0),
  labelSmoothing: v.optional(rate),
  classWeight: v.nullish(v.literal('balanced')),
  specAugment: v.nullish(
    v.strictObject({
      timeMasks: v.optional(wholeFrom0),
      timeWidth: v.optional(wholeFrom0),
      frequencyMasks: v.optional(wholeFrom0),
      frequencyWidth: v.optional(wholeFrom0),
    }),
  ),
  reduceLrOnPlateau: v.nullish(
    v.strictObject({ factor: rate, patience: wholeFrom0, minLr: v.optional(from0) }),
  ),
  averageWeights: v.nullish(v.strictObject({ startEpoch: wholeFrom0 })),
});

/** A value that another package checks and gives back; its message goes on as it is. */
function checkedBy<T>(parse: (value: unknown) => T): v.GenericSchema<unknown, T> {
  return v.pipe(
    v.unknown(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      try {
        return parse(dataset.value);
      } catch (error) {
        addIssue({ message: error instanceof Error ? error.message : String(error) });
        return NEVER;
      }
    }),
  );
}

const presetNames = Object.keys(presets) as PresetName[];

/** What `parseRecipe` holds a recipe against. */
export const recipeSchema: v.GenericSchema<unknown, Recipe> = v.strictObject({
  version: v.literal(1),
  name: v.pipe(text, v.regex(/^[\w.-]+$/, 'letters, digits, dots and hyphens')),
  description: text,
  features: v.union([v.picklist(presetNames), checkedBy(parseExtractorConfig)]),
  variants: v.union([v.literal('reference'), checkedBy(parseVariantConfigs)]),
  model: v.variant('kind', [cnn, frames]),
  fit,
  stop: v.nullable(v.strictObject({ patience: wholeFrom0 })),
});
