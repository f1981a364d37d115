export {
  type CrossValidateOptions,
  type CrossValidation,
  type CrossValidationProgress,
  crossValidate,
  type DoneRuns,
  type FoldRun,
  type Prediction,
} from './cross-validation/cross-validate.ts';
export { EvaluationError, type EvaluationErrorCode } from './evaluation-error.ts';
export { accuracyScore } from './metrics/accuracy-score.ts';
export {
  type BalancedAccuracyOptions,
  balancedAccuracyScore,
} from './metrics/balanced-accuracy-score.ts';
export { type BrierScoreOptions, brierScore } from './metrics/brier-score.ts';
export {
  type CalibrationBin,
  type CalibrationOptions,
  calibrationCurve,
  expectedCalibrationError,
} from './metrics/calibration-curve.ts';
export {
  type ClassificationReport,
  type ClassificationReportOptions,
  type ClassScores,
  classificationReport,
  type ReportScores,
} from './metrics/classification-report.ts';
export { type CohenKappaOptions, cohenKappaScore } from './metrics/cohen-kappa-score.ts';
export { type ConfusionMatrixOptions, confusionMatrix } from './metrics/confusion-matrix.ts';
export { type AverageOptions, f1Score, precisionScore, recallScore } from './metrics/f1-score.ts';
export { logLoss } from './metrics/log-loss.ts';
export {
  type Average,
  type PrecisionRecallFscoreSupport,
  type PrecisionRecallOptions,
  precisionRecallFscoreSupport,
} from './metrics/precision-recall-fscore-support.ts';
export { type RocAucOptions, rocAucScore } from './metrics/roc-auc-score.ts';
export { type RocCurve, rocCurve } from './metrics/roc-curve.ts';
export { type TopKAccuracyOptions, topKAccuracyScore } from './metrics/top-k-accuracy-score.ts';
export type {
  Protocol,
  ProtocolName,
  ProtocolOptions,
  SpeakerLists,
} from './protocols/protocol.ts';
export { PROTOCOLS } from './protocols/protocols.ts';
export {
  type FormatConfusionMatrixOptions,
  formatConfusionMatrix,
} from './reports/format-confusion-matrix.ts';
export { formatReport } from './reports/format-report.ts';
export { assertDisjoint } from './splits/assert-disjoint.ts';
export { type ClipSplitsOptions, clipSplits } from './splits/clip-splits.ts';
export { type GroupKFoldOptions, groupKFold, leaveOneGroupOut } from './splits/group-k-fold.ts';
export { type HoldoutSplitOptions, holdoutSplit } from './splits/holdout-split.ts';
export { type ReferenceSplitOptions, referenceSplit } from './splits/reference-split.ts';
export { ORIGINAL, type Row, type Split } from './splits/row.ts';
export { type SpeakerSplitsOptions, speakerSplits } from './splits/speaker-splits.ts';
export {
  type Fold,
  type StratifiedKFoldOptions,
  stratifiedKFold,
} from './splits/stratified-k-fold.ts';
export {
  type StratifiedShuffleSplitOptions,
  stratifiedShuffleSplit,
} from './splits/stratified-shuffle-split.ts';
export { type TrainTestSplitOptions, trainTestSplit } from './splits/train-test-split.ts';
export {
  type BootstrapInterval,
  type BootstrapOptions,
  bootstrapInterval,
} from './statistics/bootstrap-interval.ts';
export { type McNemar, type McNemarOptions, mcnemar } from './statistics/mcnemar.ts';
export { type FoldScores, type RunPredictions, scoreFolds } from './statistics/score-folds.ts';
export type { ScoreMatrix, ScoreOptions } from './util/check-scores.ts';
export type { WeightOptions } from './util/check-targets.ts';
export type { Label } from './util/label.ts';
export type { SpeakerSplitOptions } from './util/split-by-speaker.ts';
