export { BACKEND_ORDER, type ChosenBackend, chooseBackend } from './backends/choose-backend.ts';
export { type CheckpointOptions, checkpoint } from './callbacks/checkpoint.ts';
export { type CsvLoggerOptions, csvLogger } from './callbacks/csv-logger.ts';
export { type EarlyStoppingOptions, earlyStopping } from './callbacks/early-stopping.ts';
export {
  type ReduceLrOnPlateauOptions,
  reduceLrOnPlateau,
} from './callbacks/reduce-lr-on-plateau.ts';
export { Classifier, type ClassifierParts, type Prediction } from './classifier/classifier.ts';
export { ModelError, type ModelErrorCode } from './model-error.ts';
export { buildFrameModel, type FrameModelConfig } from './models/build-frame-model.ts';
export { buildModel, type ConvBlock, type ModelConfig } from './models/build-model.ts';
export { classWeights } from './preprocessing/class-weights.ts';
export { oneHot } from './preprocessing/one-hot.ts';
export { type ScalerJson, StandardScaler } from './preprocessing/standard-scaler.ts';
export { deriveSeed } from './random/derive-seed.ts';
export type { Random } from './random/random.ts';
export type { ArtifactSource, ArtifactStore } from './stores/file-store.ts';
export { filesStore } from './stores/files-store.ts';
export { urlStore } from './stores/url-store.ts';
export type { AdamState } from './training/adam.ts';
export type { Augment, AugmentContext } from './training/batch.ts';
export type {
  BatchLogs,
  Callback,
  CallbackState,
  EpochLogs,
  Trainer,
} from './training/callback.ts';
export { type Dataset, takeRows } from './training/dataset.ts';
export { type Evaluation, evaluate } from './training/evaluate.ts';
export { fit } from './training/fit.ts';
export type { FitOptions } from './training/fit-options.ts';
export { historyCsv } from './training/history-csv.ts';
export { predictScores } from './training/predict-scores.ts';
export { cosineDecay, type LearningRateSchedule, oneCycle } from './training/schedules.ts';
export type { TrainingState } from './training/training-state.ts';
export type { MonitoredMetric } from './util/monitor.ts';
