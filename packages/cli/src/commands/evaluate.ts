import {
  type DetailedScore,
  overlapWarning,
  predictRows,
  type Score,
  type SpeakerIntervals,
  score,
  speakerIntervals,
  type Table,
  type TrainingOverlap,
} from '@ser/experiment';
import { Command, Option } from 'commander';
import { type CacheOption, NO_CACHE, openClipCache } from '../cache/clip-cache.ts';
import { CliError, wrongUsage } from '../console/cli-error.ts';
import { type Problem, type Problems, withProblems } from '../console/problems.ts';
import { print } from '../console/progress.ts';
import { terminalReporter } from '../console/terminal-reporter.ts';
import { writeJson } from '../console/write-json.ts';
import { writeLines } from '../console/write-lines.ts';
import { loadTable } from '../data/load-table.ts';
import { isSameJson } from '../data/same-json.ts';
import type { DataSet } from '../data-sets/data-set.ts';
import type { Labelling } from '../data-sets/labelling.ts';
import { mapHint } from '../data-sets/map-hint.ts';
import { openDataSet } from '../data-sets/open-data-set.ts';
import { type LabellingOptions, readLabelling } from '../data-sets/read-labelling.ts';
import { titleOf } from '../runs/choose-model.ts';
import { type LoadedModel, withModel } from '../runs/with-model.ts';
import { type AmongOccurring, amongOccurring } from './util/among-occurring.ts';
import { dataOrEmbedded } from './util/data-or-embedded.ts';
import { formatEvaluation } from './util/format-evaluation.ts';
import { addLabellingOptions, LABELLING_HELP } from './util/labelling-options.ts';
import { overlapOf } from './util/overlap-of.ts';
import { isWanted, type WantedOptions, wantedIndices, wantedOf } from './util/wanted-rows.ts';

interface EvaluateOptions extends LabellingOptions, CacheOption, WantedOptions {
  /** Folder of a finished run, `newest` or `published`. Default `'newest'`. */
  model?: string;
  /** Folders, zips and tables. Default: the table that comes along with the data set. */
  data?: string[];
  /** Whether the result is printed as JSON. Default false. */
  json?: boolean;
}

/** What `ser evaluate --json` prints. */
interface Evaluation extends Score, SpeakerIntervals {
  model: string;
  labels: DetailedScore['labels'];
  /** Labels of the model of which there is no clip. */
  absent: string[];
  /** The figures among the labels that have clips; null where these are all, or only one. */
  amongOccurring: AmongOccurring | null;
  confusionMatrix: DetailedScore['confusionMatrix'];
  perClass: DetailedScore['report']['classes'];
  /** What of this the model was trained on; null when its folder does not say. */
  overlap: TrainingOverlap | null;
  problems: Problem[];
}

/** `ser evaluate`: how well a trained model does on clips of one's choice. */
export function evaluateCommand(dataSet: DataSet): Command {
  const { conditions, embedded, name } = dataSet;
  const command = new Command('evaluate')
    .summary('test a trained model on clips of your choice')
    .description(
      `Tests a trained model on clips of ${name} or of any corpus, as they are, and says which of ` +
        `them it was trained on.${embedded ? ` Without --data it takes ${embedded.name}.` : ''}`,
    )
    .option(
      '--model <dir>',
      'folder of a finished run; newest is the newest one in runs/, published the model that ' +
        'comes along (default: newest)',
    )
    .option(
      '--data <path...>',
      `folders or zips of ${name} clips, or of those that --labels describes, or tables written by ` +
        '`ser features --out X.parquet`',
    );
  return addLabellingOptions(command, name)
    .addOption(
      new Option('--actors <list>', `only these of ${name}, such as 21-24 or 1,2,21-24`)
        .argParser((text: string) => dataSet.parseSpeakers(text))
        .conflicts('speakers'),
    )
    .option('--speakers <list>', 'only these, as the data names them, such as 03,08 or ann,bob')
    .option(
      '--channels <name>',
      `what to test on: ${[...conditions, 'all'].join(', ')}; of another corpus one of its conditions`,
      'all',
    )
    .option(...NO_CACHE)
    .option('--json', 'print one JSON value instead of the report')
    .addHelpText(
      'after',
      `
Examples:
  ser evaluate --model runs/baseline-holdout-seed0 --actors 21-24
  ser evaluate --data ravdess/ --channels speech --json
  ser evaluate --model published --data ravdess/ --channels speech --actors 21-24
  ser evaluate --model published --data emodb/ --labels emodb --label-map boredom=-

The published model was trained on the speech of the actors 1 to 20.
Data of another corpus must speak of the model's labels: --label-map gives them other names, and
leaves out those that the model does not know. Where they lack labels of the model, a second line
has its figures among those that they have.
The model is not adapted to a voice, whatever protocol it was trained under.
The interval is bootstrapped over speakers, where each has a name; JSON has that of each figure.
${LABELLING_HELP}

Exit code 1: failed, or finished without some clips that could not be read.`,
    )
    .action((options: EvaluateOptions) =>
      withProblems((problems) =>
        withModel(options.model, async (model, signal) => {
          const { evaluation, detailed, doubt } = await evaluate(
            dataSet,
            model,
            options,
            problems,
            signal,
          );
          if (options.json) writeJson(evaluation);
          else writeLines(formatEvaluation(model.name, detailed, evaluation));
          const warning = overlapWarning(evaluation.overlap ?? undefined);
          if (warning) print(`${warning}${doubt}`);
        }),
      ),
    );
}

async function evaluate(
  own: DataSet,
  model: LoadedModel,
  options: EvaluateOptions,
  problems: Problems,
  signal: AbortSignal,
): Promise<{ evaluation: Evaluation; detailed: DetailedScore; doubt: string }> {
  const { classifier, extractor, testVariants } = model;
  const data = dataOrEmbedded(own, options.data);
  if (!options.data) checkEmbedded(own, model);
  const labelling = await readLabelling(options);
  const opened = await openDataSet(own, labelling, options.data);
  const { dataSet } = opened;
  const wanted = wantedOf(own, opened, options);
  if (!options.data) print(`No --data: testing on ${data.join()}.`);
  const source = options.data ? `--data ${data.join(' ')}` : data.join();
  const { report: reporter, stop } = terminalReporter();
  const table = await loadTable(data, {
    dataSet,
    extractor,
    variants: testVariants,
    cache: await openClipCache(options),
    problems,
    reporter,
    signal,
    isWanted: (info) => isWanted(wanted, info),
    consequence: 'the figures count it each time',
    wantedName: wanted.name,
    checkRows: ({ rows }) => {
      const tested = wantedIndices(rows, wanted).map((i) => rows[i]);
      checkLabels(source, tested, { model, labelling });
    },
  }).finally(stop);
  signal.throwIfAborted();
  const indices = wantedIndices(table.rows, wanted);
  const rows = indices.map((i) => table.rows[i]);
  const predictions = await predictRows(classifier, table, indices, { fold: 1, seed: 0 });
  const detailed = score(predictions, classifier.labels);
  const { n, accuracy, uar, macroF1, labels, confusionMatrix, report } = detailed;
  const overlap = await overlapOf(opened, model, rows, data);
  const tested = new Set(rows.map(({ label }) => label));
  const evaluation: Evaluation = {
    model: model.name,
    n,
    accuracy,
    uar,
    macroF1,
    ...speakerIntervals(predictions),
    labels,
    absent: classifier.labels.filter((label) => !tested.has(label)),
    amongOccurring: amongOccurring(predictions, classifier.labels),
    confusionMatrix,
    perClass: report.classes,
    overlap: overlap.found,
    problems: problems.list,
  };
  return { evaluation, detailed, doubt: overlap.doubt };
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

/**
 * Checks that a model can be right about every row.
 *
 * @throws CliError `other-labels`, with the map that would do
 */
function checkLabels(
  source: string,
  rows: Table['rows'],
  { model, labelling }: { model: LoadedModel; labelling: Labelling | null },
): void {
  const { classifier } = model;
  const known = new Set(classifier.labels);
  const unknown = new Set(rows.map(({ label }) => label).filter((label) => !known.has(label)));
  if (unknown.size === 0) return;
  throw new CliError(
    'other-labels',
    `${source} must have the labels of ${titleOf(model)}, ${classifier.labels.join(', ')}; ` +
      `got ${[...unknown].join(', ')}`,
    {
      hint: mapHint(
        [...unknown],
        classifier.labels,
        labelling?.map,
        rows.some(({ label }) => known.has(label)),
      ),
    },
  );
}
