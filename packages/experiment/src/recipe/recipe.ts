import type { ExtractorConfig, presets, VariantConfig } from '@ser/features';
import type { ConvBlock } from '@ser/model';

/** Name of one of the presets of `@ser/features`. */
export type PresetName = keyof typeof presets;

/** How a model is trained and of what, as plain JSON. */
export interface Recipe {
  readonly version: 1;
  /** What reports and folders call it. */
  readonly name: string;
  /** What is special about it, in a sentence. */
  readonly description: string;
  /** What is computed of a clip: a preset's name, or an extractor's configuration. */
  readonly features: PresetName | ExtractorConfig;
  /** Changed copies of each training clip: `reference` for those of the reference recipe. */
  readonly variants: 'reference' | readonly VariantConfig[];
  readonly model: CnnRecipe | FramesRecipe;
  readonly fit: FitRecipe;
  /** Early stopping on the validation loss; null trains every epoch. */
  readonly stop: StopRecipe | null;
}

/** The 1-D CNN over a vector of features; what is left out is `buildModel`'s default. */
export interface CnnRecipe {
  readonly kind: 'cnn';
  readonly blocks?: readonly ConvBlock[];
  readonly dense?: { readonly units: number; readonly dropout?: number };
  readonly l2?: number;
  readonly batchNormMomentum?: number;
}

/** The model over a sequence of frames; what is left out is `buildFrameModel`'s default. */
export interface FramesRecipe {
  readonly kind: 'frames';
  readonly filters?: number;
  readonly kernelSize?: number;
  readonly dilations?: readonly number[];
  readonly squeeze?: number;
  readonly dropout?: number;
  readonly headDropout?: number;
  readonly batchNormMomentum?: number;
}

/** How the weights are fitted. */
export interface FitRecipe {
  /** At most. */
  readonly epochs: number;
  /** Examples a step. Default 32. */
  readonly batchSize?: number;
  /** Adam's rate, or a schedule. Default 0.001. */
  readonly learningRate?: number | ScheduleRecipe;
  /** Decoupled weight decay (AdamW). Default 0. */
  readonly weightDecay?: number;
  /** Largest norm of all gradients together. Default: none. */
  readonly globalClipnorm?: number;
  /** Parameter α of mixup. Default 0, which mixes nothing. */
  readonly mixup?: number;
  /** Share of each target that is spread over all classes. Default 0. */
  readonly labelSmoothing?: number;
  /** `balanced` weighs each class by its rarity, as scikit-learn does. Default: none. */
  readonly classWeight?: 'balanced' | null;
  /** Masks over time and features of sequences. Default: none. */
  readonly specAugment?: SpecAugmentRecipe | null;
  /** Lowers the rate where the validation loss stalls; not with a schedule. Default: none. */
  readonly reduceLrOnPlateau?: ReduceLrRecipe | null;
  /** Averages the weights of the epochs from `startEpoch` on, which counts from 0. Default: none. */
  readonly averageWeights?: { readonly startEpoch: number } | null;
}

/** A learning rate that follows the steps: Keras' `CosineDecay`, or PyTorch's `OneCycleLR`. */
export type ScheduleRecipe =
  | { readonly schedule: 'cosineDecay'; readonly rate: number; readonly alpha?: number }
  | {
      readonly schedule: 'oneCycle';
      readonly maxRate: number;
      readonly pctStart?: number;
      readonly divFactor?: number;
      readonly finalDivFactor?: number;
    };

/** SpecAugment's masks; a width is the most that one covers. */
export interface SpecAugmentRecipe {
  /** Default 2. */
  readonly timeMasks?: number;
  /** In frames. Default 40. */
  readonly timeWidth?: number;
  /** Default 2. */
  readonly frequencyMasks?: number;
  /** In features. Default 27. */
  readonly frequencyWidth?: number;
}

/** Keras' `ReduceLROnPlateau` on the validation loss. */
export interface ReduceLrRecipe {
  readonly factor: number;
  /** Epochs. */
  readonly patience: number;
  /** Default 0. */
  readonly minLr?: number;
}

/** Keras' `EarlyStopping` on the validation loss, which brings the best weights back. */
export interface StopRecipe {
  /** Epochs without a better loss after which training ends. */
  readonly patience: number;
}
