export { accuracyScore } from './accuracy-score.ts';
export { assertDisjoint } from './assert-disjoint.ts';
export { type BalancedAccuracyOptions, balancedAccuracyScore } from './balanced-accuracy-score.ts';
export {
  type BootstrapInterval,
  type BootstrapOptions,
  bootstrapInterval,
} from './bootstrap-interval.ts';
export { type BrierScoreOptions, brierScore } from './brier-score.ts';
export {
  type CalibrationBin,
  type CalibrationOptions,
  calibrationCurve,
  expectedCalibrationError,
} from './calibration-curve.ts';
export type { ScoreMatrix, ScoreOptions } from './check-scores.ts';
export type { WeightOptions } from './check-targets.ts';
export {
  type ClassificationReport,
  type ClassificationReportOptions,
  type ClassScores,
  classificationReport,
  type ReportScores,
} from './classification-report.ts';
export { type ClipSplitsOptions, clipSplits } from './clip-splits.ts';
export { type CohenKappaOptions, cohenKappaScore } from './cohen-kappa-score.ts';
export { type ConfusionMatrixOptions, confusionMatrix } from './confusion-matrix.ts';
export {
  type CrossValidateOptions,
  type CrossValidation,
  type CrossValidationProgress,
  crossValidate,
  type DoneRuns,
  type FoldRun,
  type Prediction,
} from './cross-validate.ts';
export { EvaluationError, type EvaluationErrorCode } from './evaluation-error.ts';
export { type AverageOptions, f1Score, precisionScore, recallScore } from './f1-score.ts';
export {
  type FormatConfusionMatrixOptions,
  formatConfusionMatrix,
} from './format-confusion-matrix.ts';
export { formatReport } from './format-report.ts';
export { type GroupKFoldOptions, groupKFold, leaveOneGroupOut } from './group-k-fold.ts';
export { type HoldoutSplitOptions, holdoutSplit } from './holdout-split.ts';
export type { Label } from './label.ts';
export { logLoss } from './log-loss.ts';
export { type McNemar, type McNemarOptions, mcnemar } from './mcnemar.ts';
export {
  type Average,
  type PrecisionRecallFscoreSupport,
  type PrecisionRecallOptions,
  precisionRecallFscoreSupport,
} from './precision-recall-fscore-support.ts';
export type {
  Protocol,
  ProtocolName,
  ProtocolOptions,
  SpeakerLists,
} from './protocols/protocol.ts';
export { PROTOCOLS } from './protocols/protocols.ts';
export { type ReferenceSplitOptions, referenceSplit } from './reference-split.ts';
export { type RocAucOptions, rocAucScore } from './roc-auc-score.ts';
export { type RocCurve, rocCurve } from './roc-curve.ts';
export { ORIGINAL, type Row, type Split } from './row.ts';
export { type FoldScores, type RunPredictions, scoreFolds } from './score-folds.ts';
export { type SpeakerSplitsOptions, speakerSplits } from './speaker-splits.ts';
export { type Fold, type StratifiedKFoldOptions, stratifiedKFold } from './stratified-k-fold.ts';
export {
  type StratifiedShuffleSplitOptions,
  stratifiedShuffleSplit,
} from './stratified-shuffle-split.ts';
export { type TopKAccuracyOptions, topKAccuracyScore } from './top-k-accuracy-score.ts';
export { type TrainTestSplitOptions, trainTestSplit } from './train-test-split.ts';
export type { SpeakerSplitOptions } from './util/split-by-speaker.ts';
