export type { AdamState } from './adam.ts';
export type { ArtifactSource, ArtifactStore } from './artifact-store.ts';
export type { Augment, AugmentContext } from './batch.ts';
export { buildFrameModel, type FrameModelConfig } from './build-frame-model.ts';
export { buildModel, type ConvBlock, type ModelConfig } from './build-model.ts';
export type { BatchLogs, Callback, CallbackState, EpochLogs, Trainer } from './callback.ts';
export { type CheckpointOptions, checkpoint } from './callbacks/checkpoint.ts';
export { type CsvLoggerOptions, csvLogger } from './callbacks/csv-logger.ts';
export { type EarlyStoppingOptions, earlyStopping } from './callbacks/early-stopping.ts';
export type { MonitoredMetric } from './callbacks/monitor.ts';
export {
  type ReduceLrOnPlateauOptions,
  reduceLrOnPlateau,
} from './callbacks/reduce-lr-on-plateau.ts';
export { BACKEND_ORDER, type ChosenBackend, chooseBackend } from './choose-backend.ts';
export { classWeights } from './class-weights.ts';
export { Classifier, type ClassifierParts, type Prediction } from './classifier.ts';
export { type Dataset, takeRows } from './dataset.ts';
export { deriveSeed } from './derive-seed.ts';
export { type Evaluation, evaluate } from './evaluate.ts';
export { filesStore } from './files-store.ts';
export { fit } from './fit.ts';
export type { FitOptions } from './fit-options.ts';
export { historyCsv } from './history-csv.ts';
export { ModelError, type ModelErrorCode } from './model-error.ts';
export { oneHot } from './one-hot.ts';
export { predictScores } from './predict-scores.ts';
export type { Random } from './random.ts';
export { cosineDecay, type LearningRateSchedule, oneCycle } from './schedules.ts';
export { type ScalerJson, StandardScaler } from './standard-scaler.ts';
export type { TrainingState } from './training-state.ts';
export { urlStore } from './url-store.ts';
