import {
  type DetailedScore,
  overlapWarning,
  predictRows,
  readSplitRecord,
  type Score,
  type SplitRecord,
  score,
  type Table,
  type TrainingOverlap,
  trainingOverlap,
} from '@ser/experiment';
import { Command, Option } from 'commander';
import { CliError, wrongUsage } from '../console/cli-error.ts';
import { type Problem, type Problems, withProblems } from '../console/problems.ts';
import { print } from '../console/progress.ts';
import { terminalReporter } from '../console/terminal-reporter.ts';
import { writeJson } from '../console/write-json.ts';
import { writeLines } from '../console/write-lines.ts';
import { loadTable } from '../data/load-table.ts';
import { plainStore } from '../data/plain-store.ts';
import { isSameJson } from '../data/same-json.ts';
import type { DataSet } from '../data-sets/data-set.ts';
import { type ChosenModel, titleOf } from '../runs/choose-model.ts';
import { type LoadedModel, withModel } from '../runs/with-model.ts';
import { dataOrEmbedded } from './util/data-or-embedded.ts';
import { formatEvaluation } from './util/format-evaluation.ts';

interface EvaluateOptions {
  /** Folder of a finished run, `newest` or `published`. Default `'newest'`. */
  model?: string;
  /** Folders, zips and tables. Default: the table that comes along with the data set. */
  data?: string[];
  /** The speakers to test on. Default: all. */
  actors?: string[];
  /** One condition of the data set, or `'all'`. Default `'all'`. */
  channels: string;
  /** Whether the result is printed as JSON. Default false. */
  json?: boolean;
}

/** What `ser evaluate --json` prints. */
interface Evaluation extends Score {
  model: string;
  labels: DetailedScore['labels'];
  confusionMatrix: DetailedScore['confusionMatrix'];
  perClass: DetailedScore['report']['classes'];
  /** What of this the model was trained on; null when its folder does not say. */
  overlap: TrainingOverlap | null;
  problems: Problem[];
}

/** `ser evaluate`: how well a trained model does on clips of one's choice. */
export function evaluateCommand(dataSet: DataSet): Command {
  const { conditions, embedded, name } = dataSet;
  return new Command('evaluate')
    .summary('test a trained model on clips of your choice')
    .description(
      `Tests a trained model on ${name} clips, as they are, and says which of them it was ` +
        `trained on.${embedded ? ` Without --data it takes ${embedded.name}.` : ''}`,
    )
    .option(
      '--model <dir>',
      'folder of a finished run; newest is the newest one in runs/, published the model that ' +
        'comes along (default: newest)',
    )
    .option(
      '--data <path...>',
      `folders or zips of ${name} clips, or tables written by \`ser features --out X.parquet\``,
    )
    .option('--actors <list>', 'only these speakers, such as 21-24 or 1,2,21-24', (text: string) =>
      dataSet.parseSpeakers(text),
    )
    .addOption(
      new Option('--channels <name>', 'what to test on')
        .choices([...conditions, 'all'])
        .default('all'),
    )
    .option('--json', 'print one JSON value instead of the report')
    .addHelpText(
      'after',
      `
Examples:
  ser evaluate --model runs/baseline-holdout-seed0 --actors 21-24
  ser evaluate --data ravdess/ --channels speech --json
  ser evaluate --model published --data ravdess/ --channels speech --actors 21-24

The published model was trained on the speech of the actors 1 to 20.
The model is not adapted to a voice, whatever protocol it was trained under.
Exit code 1: failed, or finished without some clips that could not be read.`,
    )
    .action((options: EvaluateOptions) =>
      withProblems((problems) =>
        withModel(options.model, async (model, signal) => {
          const { evaluation, detailed } = await evaluate(
            dataSet,
            model,
            options,
            problems,
            signal,
          );
          if (options.json) writeJson(evaluation);
          else writeLines(formatEvaluation(model.name, detailed));
          const warning = overlapWarning(evaluation.overlap ?? undefined);
          if (warning) print(warning);
        }),
      ),
    );
}

async function evaluate(
  dataSet: DataSet,
  model: LoadedModel,
  options: EvaluateOptions,
  problems: Problems,
  signal: AbortSignal,
): Promise<{ evaluation: Evaluation; detailed: DetailedScore }> {
  const { classifier, extractor, testVariants } = model;
  const data = dataOrEmbedded(dataSet, options.data);
  if (!options.data) checkEmbedded(dataSet, model);
  if (!options.data) print(`No --data: testing on ${data.join()}.`);
  const source = options.data ? `--data ${data.join(' ')}` : data.join();
  const { report: reporter, stop } = terminalReporter();
  const table = await loadTable(data, {
    dataSet,
    extractor,
    variants: testVariants,
    problems,
    reporter,
    signal,
    isWanted: (info) => isWanted(options, info),
    consequence: 'the figures count it each time',
    wantedName: wantedName(options),
    checkRows: ({ rows }) => checkLabels(source, wantedRows(rows, options), model),
  }).finally(stop);
  signal.throwIfAborted();
  const rows = wantedRows(table.rows, options);
  const indices = rows.map((row) => table.rows.indexOf(row));
  const predictions = await predictRows(classifier, table, indices, { fold: 1, seed: 0 });
  const detailed = score(predictions, classifier.labels);
  const { n, accuracy, uar, macroF1, labels, confusionMatrix, report } = detailed;
  const evaluation: Evaluation = {
    model: model.name,
    n,
    accuracy,
    uar,
    macroF1,
    labels,
    confusionMatrix,
    perClass: report.classes,
    overlap: await overlapOf(dataSet, model, rows),
    problems: problems.list,
  };
  return { evaluation, detailed };
}

/** What of the tested rows a model was trained on; null when nobody knows. */
async function overlapOf(
  dataSet: DataSet,
  { folder, isPublished }: ChosenModel,
  rows: Table['rows'],
): Promise<TrainingOverlap | null> {
  if (isPublished) return trainingOverlap(publishedSplit(dataSet, rows), rows);
  const split = await readSplitRecord(plainStore(folder));
  return split ? trainingOverlap(split, rows) : null;
}

/** What of these rows, and which of their speakers, trained the published model. */
function publishedSplit(
  { isPublishedTraining = () => false, literatureConditions }: DataSet,
  rows: Table['rows'],
): SplitRecord {
  const [condition] = literatureConditions;
  const clips = rows.filter((row) => isPublishedTraining(row)).map(({ clip }) => clip);
  const speakers = rows
    .map(({ speaker }) => speaker)
    .filter((speaker) => isPublishedTraining({ speaker, condition }));
  const none = { clips: [], speakers: [] };
  return { train: { clips, speakers }, validation: none, test: none };
}

/**
 * Checks that the data set's own table holds what a model needs of a clip.
 *
 * @throws CliError `wrong-usage`
 */
function checkEmbedded({ embedded }: DataSet, model: LoadedModel): void {
  if (!embedded || isSameJson(model.extractor, embedded.extractor)) return;
  throw wrongUsage(`${titleOf(model)} needs --data FOLDER (${embedded.name} holds other features)`);
}

/** Originals of the actors and channels that are asked for. */
function wantedRows(rows: Table['rows'], options: EvaluateOptions): Table['rows'] {
  const wanted = rows.filter((row) => row.variant === 'original' && isWanted(options, row));
  if (wanted.length > 0) return wanted;
  throw new CliError('no-clips', `the data holds no original ${wantedName(options)}`);
}

/** What is asked for, in words. */
function wantedName({ actors, channels }: EvaluateOptions): string {
  const whose = actors ? ` of the actors ${actors.join(', ')}` : '';
  return `${channels === 'all' ? '' : `${channels} `}clips${whose}`;
}

/**
 * Checks that a model can be right about every row.
 *
 * @throws CliError `other-labels`
 */
function checkLabels(source: string, rows: Table['rows'], model: LoadedModel): void {
  const { classifier } = model;
  const known = new Set(classifier.labels);
  const unknown = new Set(rows.map(({ label }) => label).filter((label) => !known.has(label)));
  if (unknown.size === 0) return;
  throw new CliError(
    'other-labels',
    `${source} must have the labels of ${titleOf(model)}, ${classifier.labels.join(', ')}; ` +
      `got ${[...unknown].join(', ')}`,
  );
}

function isWanted(
  { actors, channels }: EvaluateOptions,
  { speaker, condition }: { speaker: string; condition?: string },
): boolean {
  return (!actors || actors.includes(speaker)) && (channels === 'all' || channels === condition);
}
