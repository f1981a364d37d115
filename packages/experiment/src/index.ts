export { ExperimentError, type ExperimentErrorCode } from './experiment-error.ts';
export { createPlan, type PlanOptions } from './plan/create-plan.ts';
export { parsePlan } from './plan/parse-plan.ts';
export type { Plan } from './plan/plan.ts';
export { planVariants } from './plan/plan-variants.ts';
export { foldCount, type SplitPlan, splitFolds, splitRows } from './plan/split-rows.ts';
export { type BuildModelOptions, buildModelOf } from './recipe/build-model-of.ts';
export { extractorOf } from './recipe/extractor-of.ts';
export { parseRecipe } from './recipe/parse-recipe.ts';
export type {
  AverageWeightsRecipe,
  CnnRecipe,
  CosineDecayRecipe,
  DiscriminantRecipe,
  FitRecipe,
  FramesRecipe,
  GradientRecipe,
  LdaRecipe,
  MovingAverageRecipe,
  OneCycleRecipe,
  PresetName,
  Recipe,
  RecipeBase,
  ReduceLrRecipe,
  ScalerRecipe,
  ScheduleRecipe,
  SpecAugmentRecipe,
  StopRecipe,
  VariantSetName,
} from './recipe/recipe.ts';
export { RECIPES } from './recipe/recipes.ts';
export { testVariantsOf, variantsOf } from './recipe/variants-of.ts';
export {
  type Interval,
  type SpeakerIntervals,
  speakerIntervals,
} from './report/speaker-intervals.ts';
export type { FoldSummary, TestedRun } from './report/summarize-folds.ts';
export type { ExperimentEvent, Reporter } from './reporter.ts';
export { FIGURE_NAMES, type Figures, METRICS, type Metric } from './run/figures.ts';
export type { FoldRun } from './run/fold-run.ts';
export type { FoldsResult } from './run/folds-result.ts';
export { type MergedFolds, mergeFolds } from './run/merge-folds.ts';
export { predictRows } from './run/predict-rows.ts';
export type { Predictions } from './run/predictions.ts';
export type { Provenance } from './run/provenance.ts';
export { readPlan } from './run/read-plan.ts';
export { run } from './run/run.ts';
export { RUN_FILES } from './run/run-files.ts';
export { runFold } from './run/run-fold.ts';
export { runFolds } from './run/run-folds.ts';
export type { FoldsPorts, RunJobs } from './run/run-jobs.ts';
export type { RunPorts } from './run/run-ports.ts';
export type { RunResult, RunSummary } from './run/run-result.ts';
export { runShard, type ShardOptions, type ShardResult } from './run/run-shard.ts';
export { type DetailedScore, type Score, score } from './run/score.ts';
export { readSplitRecord, type SideRecord, type SplitRecord } from './run/split-record.ts';
export type { TrainedSplit } from './run/trained-split.ts';
export {
  overlapWarning,
  type TrainingOverlap,
  trainingOverlap,
} from './run/training-overlap.ts';
export { voiceAverages } from './run/voice-averages.ts';
export { checkTable } from './table/check-table.ts';
export { concatTables } from './table/concat-tables.ts';
export {
  type CloseTableOptions,
  createTableWriter,
  type TableHead,
  type TableSink,
  type TableWriter,
} from './table/create-table-writer.ts';
export type {
  ExtractClips,
  ExtractClipsOptions,
  ExtractedClip,
  LabelledClip,
} from './table/extract-clips.ts';
export { extractRows } from './table/extract-rows.ts';
export type { ExtractRowsOptions } from './table/extract-rows-options.ts';
export { type ExtractTableOptions, extractTable } from './table/extract-table.ts';
export type { CachedFeatures, FeatureCache } from './table/feature-cache.ts';
export { type MergeTablesOptions, mergeTables } from './table/merge-tables.ts';
export { type OpenTableOptions, openTable } from './table/open-table.ts';
export { planRows } from './table/plan-rows.ts';
export {
  type ReadParquetOptions,
  readParquet,
  readParquetExtractor,
} from './table/read-parquet.ts';
export { roundColumns } from './table/round-columns.ts';
export type { TableValues } from './table/row-source.ts';
export { shardOf } from './table/shard-of.ts';
export {
  type AnyTable,
  type ClipRows,
  rowSize,
  selectRows,
  type Table,
} from './table/table.ts';
export { type TableCache, tableCache } from './table/table-cache.ts';
export type { TableFile } from './table/table-file.ts';
export type { TableSource } from './table/table-source.ts';
export type { ClipFingerprint } from './table/util/clip-fingerprints.ts';
export { writeNpz } from './table/write-npz.ts';
export { writeParquet } from './table/write-parquet.ts';
