export { BACKEND_ORDER, type ChosenBackend, chooseBackend } from './backends/choose-backend.ts';
export { type AverageWeightsOptions, averageWeights } from './callbacks/average-weights.ts';
export { type CheckpointOptions, checkpoint } from './callbacks/checkpoint.ts';
export { type CsvLoggerOptions, csvLogger } from './callbacks/csv-logger.ts';
export { type EarlyStoppingOptions, earlyStopping } from './callbacks/early-stopping.ts';
export {
  type ExponentialMovingAverageOptions,
  exponentialMovingAverage,
} from './callbacks/exponential-moving-average.ts';
export {
  type ReduceLrOnPlateauOptions,
  reduceLrOnPlateau,
} from './callbacks/reduce-lr-on-plateau.ts';
export { Classifier, type ClassifierParts } from './classifier/classifier.ts';
export type { Prediction } from './classifier/prediction.ts';
export type { LdaOptions } from './discriminant-analysis/lda-options.ts';
export {
  type LdaModelOptions,
  type LdaParts,
  LinearDiscriminantAnalysis,
} from './discriminant-analysis/linear-discriminant-analysis.ts';
export { Ensemble } from './ensemble/ensemble.ts';
export type { EnsembleParts } from './ensemble/ensemble-parts.ts';
export {
  CovariancePooling,
  type CovariancePoolingConfig,
  DEFAULT_LAGS,
} from './layers/covariance-pooling.ts';
export { ModelError, type ModelErrorCode } from './model-error.ts';
export { buildFrameModel, type FrameModelConfig } from './models/build-frame-model.ts';
export {
  buildModel,
  type ConvBlock,
  type DenseConfig,
  type ModelConfig,
} from './models/build-model.ts';
export { classWeights } from './preprocessing/class-weights.ts';
export { oneHot } from './preprocessing/one-hot.ts';
export {
  type ScalerJson,
  type ScalerOptions,
  StandardScaler,
  type TransformOptions,
} from './preprocessing/standard-scaler.ts';
export { takeRows } from './preprocessing/take-rows.ts';
export { deriveSeed } from './random/derive-seed.ts';
export type { Random } from './random/random.ts';
export { type CosineDecayOptions, cosineDecay } from './schedules/cosine-decay.ts';
export type { LearningRateSchedule } from './schedules/learning-rate-schedule.ts';
export { type OneCycleOptions, oneCycle } from './schedules/one-cycle.ts';
export { fileListStore } from './stores/file-list-store.ts';
export type { FileSource, FileStore } from './stores/file-store.ts';
export {
  type IndexedDbStore,
  type IndexedDbStoreOptions,
  indexedDbStore,
} from './stores/indexed-db-store.ts';
export { type MemoryStore, memoryStore } from './stores/memory-store.ts';
export { nestedStore } from './stores/nested-store.ts';
export { type UrlStoreOptions, urlStore } from './stores/url-store.ts';
export type { AdamState } from './training/adam.ts';
export type { Augment, AugmentContext } from './training/batch.ts';
export type { Callback, Trainer } from './training/callback.ts';
export type { Dataset } from './training/dataset.ts';
export { deserializeState } from './training/deserialize-state.ts';
export type { BatchLogs, EpochLogs } from './training/epoch-logs.ts';
export { type Evaluation, evaluate } from './training/evaluate.ts';
export type { ExampleSource } from './training/example-source.ts';
export { fit } from './training/fit.ts';
export type { FitOptions } from './training/fit-options.ts';
export { historyCsv } from './training/history-csv.ts';
export { type PredictScoresOptions, predictScores } from './training/predict-scores.ts';
export { serializeState } from './training/serialize-state.ts';
export type { CallbackState, TrainingState } from './training/training-state.ts';
export type { MonitoredMetric } from './util/monitor.ts';
export { sha256 } from './util/sha256.ts';
