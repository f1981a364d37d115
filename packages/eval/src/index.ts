export { type CrossValidation, crossValidate } from './cross-validation/cross-validate.ts';
export type {
  CrossValidateOptions,
  CrossValidationProgress,
  DoneRuns,
} from './cross-validation/cross-validate-options.ts';
export type { FoldRun } from './cross-validation/fold-run.ts';
export type { Prediction } from './cross-validation/prediction.ts';
export { EvaluationError, type EvaluationErrorCode } from './evaluation-error.ts';
export { accuracyScore } from './metrics/accuracy-score.ts';
export {
  type AveragePrecisionOptions,
  averagePrecisionScore,
} from './metrics/average-precision-score.ts';
export {
  type BalancedAccuracyOptions,
  balancedAccuracyScore,
} from './metrics/balanced-accuracy-score.ts';
export { type BrierScoreOptions, brierScore } from './metrics/brier-score.ts';
export { calibrationCurve } from './metrics/calibration-curve.ts';
export {
  type ClassificationReport,
  type ClassificationReportOptions,
  type ClassScores,
  classificationReport,
  type ReportScores,
} from './metrics/classification-report.ts';
export { type CohenKappaOptions, cohenKappaScore } from './metrics/cohen-kappa-score.ts';
export { type ConfusionMatrixOptions, confusionMatrix } from './metrics/confusion-matrix.ts';
export { expectedCalibrationError } from './metrics/expected-calibration-error.ts';
export { f1Score } from './metrics/f1-score.ts';
export { type FbetaOptions, fbetaScore } from './metrics/fbeta-score.ts';
export { fitTemperature } from './metrics/fit-temperature.ts';
export { type JaccardOptions, jaccardScore } from './metrics/jaccard-score.ts';
export { logLoss } from './metrics/log-loss.ts';
export { matthewsCorrcoef } from './metrics/matthews-corrcoef.ts';
export { precisionRecallCurve } from './metrics/precision-recall-curve.ts';
export {
  type PrecisionRecallFscoreSupport,
  precisionRecallFscoreSupport,
} from './metrics/precision-recall-fscore-support.ts';
export { precisionScore } from './metrics/precision-score.ts';
export { recallScore } from './metrics/recall-score.ts';
export { type RocAucOptions, rocAucScore } from './metrics/roc-auc-score.ts';
export { rocCurve } from './metrics/roc-curve.ts';
export { type TopKAccuracyOptions, topKAccuracyScore } from './metrics/top-k-accuracy-score.ts';
export { type ZeroOneLossOptions, zeroOneLoss } from './metrics/zero-one-loss.ts';
export { dealSpeakers } from './protocols/deal-speakers.ts';
export type {
  FoldCountOptions,
  Protocol,
  ProtocolOptions,
  SpeakerLists,
} from './protocols/protocol.ts';
export { PROTOCOL_NAMES, PROTOCOLS, type ProtocolName } from './protocols/protocols.ts';
export {
  type FormatConfusionMatrixOptions,
  formatConfusionMatrix,
} from './reports/format-confusion-matrix.ts';
export { type FormatReportOptions, formatReport } from './reports/format-report.ts';
export { assertDisjoint } from './splits/assert-disjoint.ts';
export { type ClipSplitsOptions, clipSplits } from './splits/clip-splits.ts';
export type { Fold } from './splits/fold.ts';
export { type GroupKFoldOptions, groupKFold } from './splits/group-k-fold.ts';
export { type HoldoutSplitOptions, holdoutSplit } from './splits/holdout-split.ts';
export { leaveOneGroupOut } from './splits/leave-one-group-out.ts';
export { leftOutTwins } from './splits/left-out-twins.ts';
export { recordingOf } from './splits/recording-of.ts';
export { type ReferenceSplitOptions, referenceSplit } from './splits/reference-split.ts';
export { ORIGINAL, type Row } from './splits/row.ts';
export type { SpeakerSplitOptions } from './splits/speaker-split-options.ts';
export { type SpeakerSplitsOptions, speakerSplits } from './splits/speaker-splits.ts';
export type { Split } from './splits/split.ts';
export {
  type StratifiedGroupKFoldOptions,
  stratifiedGroupKFold,
} from './splits/stratified-group-k-fold.ts';
export { type StratifiedKFoldOptions, stratifiedKFold } from './splits/stratified-k-fold.ts';
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
export { type FoldScores, scoreFolds } from './statistics/score-folds.ts';
export type { Average } from './util/average-scores.ts';
export type { CalibrationBin, CalibrationOptions } from './util/bin-confidences.ts';
export type { WeightOptions } from './util/check-targets.ts';
export type { PrecisionRecallOptions } from './util/count-classes.ts';
export type { Label } from './util/label.ts';
export type { ScoreMatrix, ScoreOptions } from './util/match-scores.ts';
export type { AverageOptions } from './util/precision-recall-f1.ts';
export type { PrecisionRecallCurve } from './util/precision-recall-points.ts';
export type { RocCurve } from './util/roc-points.ts';
export type { RunPredictions } from './util/run-predictions.ts';
