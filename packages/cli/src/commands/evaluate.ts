import {
  type DetailedScore,
  overlapWarning,
  predictRows,
  readPlan,
  readSplitRecord,
  type Score,
  type SpeakerIntervals,
  type SplitRecord,
  score,
  speakerIntervals,
  type Table,
  type TrainingOverlap,
  trainingOverlap,
} from '@ser/experiment';
import { Command, InvalidArgumentError, Option } from 'commander';
import { type CacheOption, NO_CACHE, openClipCache } from '../cache/clip-cache.ts';
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
import { isSameCorpus } from '../data-sets/is-same-corpus.ts';
import type { Labelling } from '../data-sets/labelling.ts';
import { mapHint } from '../data-sets/map-hint.ts';
import { type OpenedData, openDataSet } from '../data-sets/open-data-set.ts';
import { parseLabelling } from '../data-sets/parse-labelling.ts';
import { type LabellingOptions, readLabelling } from '../data-sets/read-labelling.ts';
import { type ChosenModel, titleOf } from '../runs/choose-model.ts';
import { type LoadedModel, withModel } from '../runs/with-model.ts';
import { type AmongOccurring, amongOccurring } from './util/among-occurring.ts';
import { checkChannels } from './util/check-channels.ts';
import { dataOrEmbedded } from './util/data-or-embedded.ts';
import { formatEvaluation } from './util/format-evaluation.ts';
import { addLabellingOptions, LABELLING_HELP } from './util/labelling-options.ts';

interface EvaluateOptions extends LabellingOptions, CacheOption {
  /** Folder of a finished run, `newest` or `published`. Default `'newest'`. */
  model?: string;
  /** Folders, zips and tables. Default: the table that comes along with the data set. */
  data?: string[];
  /** The data set's own speakers to test on. Default: all. */
  actors?: string[];
  /** The speakers to test on, as they are named in the data. Default: all. */
  speakers?: string;
  /** One condition of the data, or `'all'`. Default `'all'`. */
  channels: string;
  /** Whether the result is printed as JSON. Default false. */
  json?: boolean;
}

/** What is said of speakers whose names two corpora may share. */
const DOUBT =
  ' (If the names mean the same voices: the model was trained on other data than these.)';

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
    checkRows: ({ rows }) => checkLabels(source, wantedRows(rows, wanted), { model, labelling }),
  }).finally(stop);
  signal.throwIfAborted();
  const rows = wantedRows(table.rows, wanted);
  const indices = rows.map((row) => table.rows.indexOf(row));
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
  return { evaluation, detailed, doubt: overlap.isDoubtful ? DOUBT : '' };
}

/** What of the tested rows a model was trained on; null when nobody knows. */
async function overlapOf(
  { dataSet, labelling }: OpenedData,
  { folder, isPublished }: ChosenModel,
  rows: Table['rows'],
  data: readonly string[],
): Promise<{ found: TrainingOverlap | null; isDoubtful?: boolean }> {
  if (isPublished) return { found: trainingOverlap(publishedSplit(dataSet, rows), rows) };
  const store = plainStore(folder);
  const split = await readSplitRecord(store);
  if (!split) return { found: null };
  const found = trainingOverlap(split, rows);
  const plan = await readPlan(store).catch(() => undefined);
  const trained = plan && { labelling: parseLabelling(folder, plan.labelling), data: plan.data };
  const isSame = trained && isSameCorpus(trained, { labelling, data });
  // Every corpus has a speaker 01.
  if (isSame === false && found.clips === 0) return { found: { ...found, speakers: [] } };
  return { found, isDoubtful: trained && isSame === undefined && found.speakers.length > 0 };
}

/** What of these rows, and which of their speakers, trained the published model. */
function publishedSplit(
  { isPublishedTraining = () => false, literatureConditions }: DataSet,
  rows: Table['rows'],
): SplitRecord {
  const [condition] = literatureConditions ?? [];
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

/** Which rows are tested. */
interface Wanted {
  /** Undefined: all. */
  speakers: readonly string[] | undefined;
  /** Undefined: all. */
  condition: string | undefined;
  /** In words. */
  name: string;
}

/**
 * What the options ask for.
 *
 * @throws CliError `wrong-usage` for speakers and conditions that the data do not have
 */
function wantedOf(
  own: DataSet,
  { dataSet, labelling }: OpenedData,
  { actors, speakers: list, channels }: EvaluateOptions,
): Wanted {
  if (actors && labelling?.from) {
    throw wrongUsage(`--actors is for ${own.name}; name the speakers with --speakers`);
  }
  checkChannels(dataSet, channels);
  const speakers = actors ?? (list === undefined ? undefined : parseSpeakers(dataSet, list));
  const condition = channels === 'all' ? undefined : channels;
  const whose = speakers ? ` of the ${actors ? 'actors' : 'speakers'} ${speakers.join(', ')}` : '';
  return { speakers, condition, name: `${condition ? `${condition} ` : ''}clips${whose}` };
}

function parseSpeakers(dataSet: DataSet, list: string): string[] {
  try {
    return dataSet.parseSpeakers(list);
  } catch (cause) {
    if (!(cause instanceof InvalidArgumentError)) throw cause;
    throw wrongUsage(`--speakers ${list}: ${cause.message}`, cause);
  }
}

/** Originals of the speakers and channels that are asked for. */
function wantedRows(rows: Table['rows'], wanted: Wanted): Table['rows'] {
  const found = rows.filter((row) => row.variant === 'original' && isWanted(wanted, row));
  if (found.length > 0) return found;
  throw new CliError('no-clips', `the data holds no original ${wanted.name}`);
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
    { hint: mapHint([...unknown], classifier.labels, labelling?.map) },
  );
}

function isWanted(
  { speakers, condition: wanted }: Wanted,
  { speaker, condition }: { speaker: string; condition?: string },
): boolean {
  return (
    (!speakers || speakers.includes(speaker)) && (wanted === undefined || wanted === condition)
  );
}
