import type { ExtractorConfig, presets, VariantConfig } from '@ser/features';
import type {
  ConvBlock,
  CosineDecayOptions,
  DenseConfig,
  MonitoredMetric,
  OneCycleOptions,
} from '@ser/model';

/** Name of one of the presets of `@ser/features`. */
export type PresetName = keyof typeof presets;

/**
 * How a model is trained and of what, as plain JSON. A number beyond all sense is refused, such as
 * more than 100,000 epochs, 4096 channels or units, 64 blocks or dilations, a kernel of more than
 * 1024 steps, or a batch of more than 65,536 examples.
 */
export type Recipe = GradientRecipe | DiscriminantRecipe;

/** What every {@link Recipe} says. */
export interface RecipeBase {
  /** Of this format. */
  readonly version: 1;
  /** What reports and folders call it: letters, digits, `.`, `_` and `-`. */
  readonly name: string;
  /** What is special about it, in a sentence. */
  readonly description: string;
  /**
   * What it was chosen on, for reports: the voices that had a part in its numbers, as "speech of
   * actors 1 to 20, four folds". Default: it is not said.
   */
  readonly chosenOn?: string;
  /** What is computed of a clip: a preset's name, or an extractor's configuration. */
  readonly features: PresetName | ExtractorConfig;
  /**
   * Changed copies of each training clip: `reference` for `REFERENCE_VARIANTS`, `functionals` for
   * `FUNCTIONALS_VARIANTS`, or a list.
   */
  readonly variants: VariantSetName | readonly VariantConfig[];
  /**
   * Names of variants, of those that train, in which each tested clip is scored besides as it is. A
   * clip's scores are the geometric mean over it and these versions, normalised. Default: none.
   */
  readonly testVariants?: readonly string[];
  /** How features are standardised. Default: see {@link ScalerRecipe}. */
  readonly scaler?: ScalerRecipe;
}

/** A recipe of a network, whose weights are fitted step by step. */
export interface GradientRecipe extends RecipeBase {
  /** What is trained. Its input shape is that of the features. */
  readonly model: CnnRecipe | FramesRecipe;
  /** How it is trained. */
  readonly fit: FitRecipe;
  /** Early stopping; null trains every epoch. */
  readonly stop: StopRecipe | null;
}

/**
 * A recipe of a discriminant analysis, which is fitted in one go: it has no epochs, nothing is
 * validated on, and all rows of the training side train.
 */
export interface DiscriminantRecipe extends RecipeBase {
  readonly model: LdaRecipe;
  readonly fit: null;
  readonly stop: null;
}

/** Name of a list of variants of `@ser/features`. */
export type VariantSetName = 'reference' | 'functionals';

/** How features are standardised, each to mean 0 and deviation 1 over training rows. */
export interface ScalerRecipe {
  /**
   * Which training rows mean and deviation are of: all, or those that are no variants.
   * Default `'all'`.
   */
  readonly rows?: 'all' | 'original';
  /** The largest size of a standardised value; what is beyond is cut. Default: none is. */
  readonly clip?: number;
}

/** Linear discriminant analysis of vectors of features: `LinearDiscriminantAnalysis`. */
export interface LdaRecipe {
  readonly kind: 'lda';
  /**
   * Share of the identity, times the mean variance, in the covariance within classes, from 0 to 1;
   * `auto` takes Ledoit and Wolf's. Default null: none.
   */
  readonly shrinkage?: number | 'auto' | null;
  /**
   * What a class is worth before a clip is heard: `uniform`, each the same, or null, its share of
   * the training rows. Default null.
   */
  readonly priors?: 'uniform' | null;
  /** What the logits are divided by before the softmax. It changes no label. Default 1. */
  readonly temperature?: number;
}

/** The 1-D CNN over a vector of features, or over a sequence of frames: `buildModel`. */
export interface CnnRecipe {
  readonly kind: 'cnn';
  /** The convolution blocks, in their order. Default: the four of the reference CNN. */
  readonly blocks?: readonly Readonly<ConvBlock>[];
  /** The hidden dense layer. Default `{ units: 64, dropout: 0.4 }`. */
  readonly dense?: Readonly<DenseConfig>;
  /** L2 penalty on each convolution kernel. Default 0.0001. */
  readonly l2?: number;
  /** Momentum of the moving averages of batch normalisation. Default 0.99. */
  readonly batchNormMomentum?: number;
}

/** The model over a sequence of frames: `buildFrameModel`. */
export interface FramesRecipe {
  readonly kind: 'frames';
  /** Channels of every convolution. Default 96. */
  readonly filters?: number;
  /** Frames that a convolution joins. Default 3. */
  readonly kernelSize?: number;
  /** Dilation of each residual block. Default `[1, 2, 4, 8]`. */
  readonly dilations?: readonly number[];
  /** Width of the squeeze-and-excitation bottleneck as a share of `filters`. Default 0.25. */
  readonly squeeze?: number;
  /** How frames become one row: weighed by attention, or by covariances. Default `'attention'`. */
  readonly pooling?: 'attention' | 'covariance';
  /** Channels whose covariances are taken. Default 24. */
  readonly pooledChannels?: number;
  /** Frames between the two of a difference, for covariances. Default `[1, 2, 5]`. */
  readonly lags?: readonly number[];
  /** Rate of the dropout inside the blocks. Default 0.2. */
  readonly dropout?: number;
  /** Rate of the dropout before the scores. Default 0.4. */
  readonly headDropout?: number;
  /** Momentum of the moving averages of batch normalisation. Default 0.9. */
  readonly batchNormMomentum?: number;
}

/** How the weights are fitted. */
export interface FitRecipe {
  /** The most epochs that are trained. Required. */
  readonly epochs: number;
  /** Examples of one step. Default 32. */
  readonly batchSize?: number;
  /** Adam's rate, or a schedule. Default 0.001. */
  readonly learningRate?: number | ScheduleRecipe;
  /** Decoupled weight decay (AdamW). Default 0. */
  readonly weightDecay?: number;
  /** Largest norm of all gradients together. Default: none. */
  readonly globalClipnorm?: number;
  /** Parameter α of mixup; 0 mixes nothing. Default 0. */
  readonly mixup?: number;
  /** Share of each target that is spread over all classes. Default 0. */
  readonly labelSmoothing?: number;
  /** `balanced` weighs each class by its rarity, as scikit-learn does. Default: none. */
  readonly classWeight?: 'balanced' | null;
  /** Masks over time and features of sequences. Default: none. */
  readonly specAugment?: SpecAugmentRecipe | null;
  /** Lowers the rate where a figure stalls; not beside a schedule. Default: none. */
  readonly reduceLrOnPlateau?: ReduceLrRecipe | null;
  /** Averages the weights of the last epochs; not beside early stopping. Default: none. */
  readonly averageWeights?: AverageWeightsRecipe | null;
  /** Averages the weights of all steps; the only such thing in a recipe. Default: none. */
  readonly exponentialMovingAverage?: MovingAverageRecipe | null;
}

/** A learning rate that follows the steps. */
export type ScheduleRecipe = CosineDecayRecipe | OneCycleRecipe;

/** Keras' `CosineDecay`, over all epochs of the plan. */
export interface CosineDecayRecipe extends Readonly<CosineDecayOptions> {
  readonly schedule: 'cosineDecay';
  /** The first rate. Required. */
  readonly rate: number;
}

/** PyTorch's `OneCycleLR`, over all epochs of the plan. */
export interface OneCycleRecipe extends Readonly<OneCycleOptions> {
  readonly schedule: 'oneCycle';
  /** The highest rate. Required. */
  readonly maxRate: number;
}

/** SpecAugment's masks; a width is the most that one covers. */
export interface SpecAugmentRecipe {
  /** Masks over neighbouring frames. Default 2. */
  readonly timeMasks?: number;
  /** Most frames that a mask covers. Default 40. */
  readonly timeWidth?: number;
  /** Masks over neighbouring features. Default 2. */
  readonly frequencyMasks?: number;
  /** Most features that a mask covers. Default 27. */
  readonly frequencyWidth?: number;
}

/** Stochastic weight averaging. */
export interface AverageWeightsRecipe {
  /**
   * The first epoch whose weights count; epochs count from 0. Default: three quarters of the plan's
   * epochs, rounded down.
   */
  readonly startEpoch?: number;
}

/** An exponential moving average of the weights, Keras' `use_ema`. */
export interface MovingAverageRecipe {
  /** The share of the average that each step keeps, in [0, 1). Default 0.99. */
  readonly momentum?: number;
}

/** Keras' `ReduceLROnPlateau`. */
export interface ReduceLrRecipe {
  /** The figure to watch. Default `'valLoss'`. */
  readonly monitor?: MonitoredMetric;
  /** New rate = old rate · factor. Default 0.1. */
  readonly factor?: number;
  /** Epochs without improvement after which the rate falls. Default 10. */
  readonly patience?: number;
  /** An improvement must be greater than this. Default 0.0001. */
  readonly minDelta?: number;
  /** Epochs to wait after a reduction before counting again. Default 0. */
  readonly cooldown?: number;
  /** The rate never falls below this. Default 0. */
  readonly minLr?: number;
}

/** Keras' `EarlyStopping`, which brings the best weights back. */
export interface StopRecipe {
  /** The figure to watch. Default `'valLoss'`. */
  readonly monitor?: MonitoredMetric;
  /** Epochs without a better figure after which training ends. Default 0. */
  readonly patience?: number;
  /** An improvement must be greater than this. Default 0. */
  readonly minDelta?: number;
}
