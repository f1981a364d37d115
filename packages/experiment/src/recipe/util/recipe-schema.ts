import { parseExtractorConfig, parseVariantConfigs, presets } from '@ser/features';
import * as v from 'valibot';
import { checked, checkedNumber, wholeNumber } from '../../util/checked.ts';
import type {
  FitRecipe,
  PresetName,
  Recipe,
  RecipeBase,
  ScheduleRecipe,
  StopRecipe,
  VariantSetName,
} from '../recipe.ts';
import { VARIANT_SETS } from '../variants-of.ts';
import { MOST } from './limits.ts';
import { parsedBy } from './parsed-by.ts';

const whole = (most: number): v.GenericSchema<unknown, number> => wholeNumber(1, most);
const wholeFrom0 = (most: number): v.GenericSchema<unknown, number> => wholeNumber(0, most);
const isPositive = (value: number): boolean => value > 0;
const positive = checkedNumber('a number > 0', isPositive, MOST.factor);
const divisor = checkedNumber('a number > 0', isPositive, MOST.divisor);
const from0 = checkedNumber('a number ≥ 0', (value) => value >= 0, MOST.factor);
const rate = checkedNumber('a number in [0, 1)', (value) => value >= 0 && value < 1);
const epochCount = wholeFrom0(MOST.epochs);
const maskCount = wholeFrom0(MOST.masks);
const maskWidth = wholeFrom0(MOST.maskWidth);
const monitor = v.picklist(['loss', 'accuracy', 'valLoss', 'valAccuracy']);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const text = checked('text', isText);
const name = checked(
  'a name of letters, digits, `.`, `_` and `-`',
  (value): value is string => isText(value) && /^\w[\w.-]*$/.test(value),
);

const block = v.strictObject({
  filters: whole(MOST.units),
  kernelSize: whole(MOST.steps),
  dropout: v.optional(rate),
  poolSize: v.optional(whole(MOST.steps)),
});

const cnn = v.strictObject({
  kind: v.literal('cnn'),
  blocks: v.optional(v.pipe(v.array(block), v.maxLength(MOST.blocks))),
  dense: v.optional(v.strictObject({ units: whole(MOST.units), dropout: v.optional(rate) })),
  l2: v.optional(from0),
  batchNormMomentum: v.optional(rate),
});

const frames = v.strictObject({
  kind: v.literal('frames'),
  filters: v.optional(whole(MOST.units)),
  kernelSize: v.optional(whole(MOST.steps)),
  dilations: v.optional(v.pipe(v.array(whole(MOST.steps)), v.maxLength(MOST.blocks))),
  squeeze: v.optional(rate),
  pooling: v.optional(v.picklist(['attention', 'covariance'])),
  pooledChannels: v.optional(whole(MOST.pooledChannels)),
  lags: v.optional(v.pipe(v.array(whole(MOST.steps)), v.maxLength(MOST.blocks))),
  dropout: v.optional(rate),
  headDropout: v.optional(rate),
  batchNormMomentum: v.optional(rate),
});

const lda = v.strictObject({
  kind: v.literal('lda'),
  shrinkage: v.nullish(
    checked(
      'a number in [0, 1], or "auto"',
      (value): value is number | 'auto' =>
        value === 'auto' || (typeof value === 'number' && value >= 0 && value <= 1),
    ),
  ),
  priors: v.nullish(v.literal('uniform')),
  temperature: v.optional(positive),
});

const model = v.variant('kind', [cnn, frames, lda]);

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
    divFactor: v.optional(divisor),
    finalDivFactor: v.optional(divisor),
  }),
]);

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fit: v.GenericSchema<unknown, FitRecipe> = v.strictObject({
  epochs: whole(MOST.epochs),
  batchSize: v.optional(whole(MOST.batchSize)),
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
      timeMasks: v.optional(maskCount),
      timeWidth: v.optional(maskWidth),
      frequencyMasks: v.optional(maskCount),
      frequencyWidth: v.optional(maskWidth),
    }),
  ),
  reduceLrOnPlateau: v.nullish(
    v.strictObject({
      factor: v.optional(rate),
      monitor: v.optional(monitor),
      patience: v.optional(epochCount),
      minDelta: v.optional(from0),
      cooldown: v.optional(epochCount),
      minLr: v.optional(from0),
    }),
  ),
  averageWeights: v.nullish(v.strictObject({ startEpoch: v.optional(epochCount) })),
  exponentialMovingAverage: v.nullish(v.strictObject({ momentum: v.optional(rate) })),
});

const presetName = checked(
  `the configuration of an extractor, or one of ${Object.keys(presets).join(', ')}`,
  (value): value is PresetName => typeof value === 'string' && Object.hasOwn(presets, value),
);
const extractor = parsedBy(parseExtractorConfig);
const variantSet = checked(
  `a list of variants, or ${Object.keys(VARIANT_SETS)
    .map((name) => `"${name}"`)
    .join(' or ')}`,
  (value): value is VariantSetName =>
    typeof value === 'string' && Object.hasOwn(VARIANT_SETS, value),
);
const variantList = parsedBy(parseVariantConfigs);

/** A recipe whose parts need not fit each other. */
export interface RecipeParts extends RecipeBase {
  readonly model: Recipe['model'];
  readonly fit: FitRecipe | null;
  readonly stop: StopRecipe | null;
}

/** What `parseRecipe` holds a recipe against. */
export const recipeSchema: v.GenericSchema<unknown, RecipeParts> = v.strictObject({
  version: v.literal(1),
  name,
  description: text,
  chosenOn: v.optional(text),
  features: v.lazy(
    (value): v.GenericSchema<unknown, RecipeBase['features']> =>
      isObject(value) ? extractor : presetName,
  ),
  variants: v.lazy(
    (value): v.GenericSchema<unknown, RecipeBase['variants']> =>
      Array.isArray(value) ? variantList : variantSet,
  ),
  testVariants: v.optional(v.array(text)),
  scaler: v.optional(
    v.strictObject({
      rows: v.optional(v.picklist(['all', 'original'])),
      clip: v.optional(positive),
    }),
  ),
  model,
  fit: v.nullable(fit),
  stop: v.nullable(
    v.strictObject({
      monitor: v.optional(monitor),
      patience: v.optional(epochCount),
      minDelta: v.optional(from0),
    }),
  ),
});
