import { parseExtractorConfig, parseVariantConfigs, presets } from '@ser/features';
import * as v from 'valibot';
import { checked } from '../../util/checked.ts';
import type { FitRecipe, PresetName, Recipe, ScheduleRecipe } from '../recipe.ts';
import { parsedBy } from './parsed-by.ts';

/** A finite number that fulfils `isValid`; `expected` says so in messages. */
function number(
  expected: string,
  isValid: (value: number) => boolean,
): v.GenericSchema<unknown, number> {
  return checked(
    expected,
    (value): value is number => Number.isFinite(value) && isValid(Number(value)),
  );
}

const whole = number('a whole number ≥ 1', (value) => Number.isInteger(value) && value >= 1);
const wholeFrom0 = number('a whole number ≥ 0', (value) => Number.isInteger(value) && value >= 0);
const positive = number('a number > 0', (value) => value > 0);
const from0 = number('a number ≥ 0', (value) => value >= 0);
const rate = number('a number in [0, 1)', (value) => value >= 0 && value < 1);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const text = checked('text', isText);
const name = checked(
  'a name of letters, digits, `.`, `_` and `-`',
  (value): value is string => isText(value) && /^\w[\w.-]*$/.test(value),
);

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

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fit: v.GenericSchema<unknown, FitRecipe> = v.strictObject({
  epochs: whole,
  batchSize: v.optional(whole),
  // Not a union, whose message would name neither the schedule's field nor the number.
  learningRate: v.optional(
    v.lazy(
      (value): v.GenericSchema<unknown, number | ScheduleRecipe> =>
        isObject(value) ? schedule : positive,
    ),
  ),
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
    v.strictObject({
      factor: v.optional(rate),
      patience: v.optional(wholeFrom0),
      minDelta: v.optional(from0),
      cooldown: v.optional(wholeFrom0),
      minLr: v.optional(from0),
    }),
  ),
  averageWeights: v.nullish(v.strictObject({ startEpoch: wholeFrom0 })),
});

const presetName = checked(
  `the configuration of an extractor, or one of ${Object.keys(presets).join(', ')}`,
  (value): value is PresetName => typeof value === 'string' && Object.hasOwn(presets, value),
);
const extractor = parsedBy(parseExtractorConfig);
const reference = checked(
  'a list of variants, or "reference"',
  (value): value is 'reference' => value === 'reference',
);
const variantList = parsedBy(parseVariantConfigs);

/** What `parseRecipe` holds a recipe against. */
export const recipeSchema: v.GenericSchema<unknown, Recipe> = v.strictObject({
  version: v.literal(1),
  name,
  description: text,
  features: v.lazy(
    (value): v.GenericSchema<unknown, Recipe['features']> =>
      isObject(value) ? extractor : presetName,
  ),
  variants: v.lazy(
    (value): v.GenericSchema<unknown, Recipe['variants']> =>
      Array.isArray(value) ? variantList : reference,
  ),
  model: v.variant('kind', [cnn, frames]),
  fit,
  stop: v.nullable(
    v.strictObject({ patience: v.optional(wholeFrom0), minDelta: v.optional(from0) }),
  ),
});
