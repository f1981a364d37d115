import { PROTOCOL_NAMES, type ProtocolName } from '@ser/eval';
import { foldCount, RECIPES } from '@ser/experiment';
import { type Command, Option } from 'commander';
import { type CacheOption, NO_CACHE } from '../../cache/clip-cache.ts';
import { wrongUsage } from '../../console/cli-error.ts';
import { allOr, whole } from '../../console/options.ts';
import { BACKENDS, type BackendName } from '../../console/start-backend.ts';
import type { DataSet } from '../../data-sets/data-set.ts';
import type { LabellingOptions } from '../../data-sets/read-labelling.ts';
import { addLabellingOptions } from './labelling-options.ts';

/** The protocols that can be carried out with a data set's lists of speakers. */
export function protocolsOf({ speakers }: Pick<DataSet, 'speakers'>): readonly ProtocolName[] {
  return PROTOCOL_NAMES.filter((name) => name !== 'selection' || speakers?.selection !== undefined);
}

/** Options that `train` and `crossvalidate` share. */
export interface TrainingOptions extends LabellingOptions, CacheOption {
  /** Folders, zips and tables. Default: the table that comes along with the data set. */
  data?: string[];
  /** Name of a recipe, or a JSON file. Default: what `defaultRecipe` chooses for the data. */
  recipe?: string;
  /** Clips that the protocol `speaker-adapted` hears of each tested voice. Default `'all'`. */
  adapt?: 'all' | number;
  /** Folds of the protocol `clip`. Default 10. */
  folds: number;
  /** One condition of the data set, or `'all'`. Default: what the protocol's literature uses. */
  channels?: string;
  /**
   * Whether the recipe's variants train too. Default: true, but for networks under the protocol
   * `holdout`.
   */
  variants?: boolean;
  /** At most. Default: the recipe's. */
  epochs?: number;
  /** Default `'wasm'`. */
  backend: BackendName;
  /** Of the wasm backend, in all. Default: the machine's, at most 4 a process. */
  threads?: number;
  /** A new folder. Default: one in `runs/`, named after what is trained. */
  out?: string;
  /** Folder of an interrupted run, which goes on. Default: none, a new run begins. */
  resume?: string;
  /** Whether the result is printed as JSON. Default false. */
  json?: boolean;
}

/** Adds the shared options to a command. */
export function addTrainingOptions(
  command: Command,
  {
    name,
    conditions,
    literatureConditions,
  }: Pick<DataSet, 'name' | 'conditions' | 'literatureConditions'>,
  {
    protocols,
    defaultProtocol,
    defaultOut,
  }: {
    protocols: readonly ProtocolName[];
    /** Default: none, the command chooses by the data. */
    defaultProtocol?: ProtocolName;
    defaultOut: string;
  },
): Command {
  const withData = command.option(
    '--data <path...>',
    `folders or zips of ${name} clips, or of those that --labels describes, or tables written by ` +
      '`ser features --out X.parquet`',
  );
  return addLabellingOptions(withData, name)
    .option(
      '--recipe <name>',
      `how the model is built and trained: ${[...RECIPES.keys()].join(', ')}, ` +
        'or a JSON file of your own (default: functionals-lda for clips; for a table, the first ' +
        'recipe of its features; baseline without --data)',
    )
    .addOption(
      new Option('--protocol <name>', 'which clips train and which test')
        .choices(protocols)
        .default(defaultProtocol),
    )
    .option(
      '--adapt <n>',
      'with the protocol speaker-adapted: how many unlabelled clips of a tested voice are heard ' +
        'first; all: each clip is tested after all others of its voice (default: all)',
      allOr(whole(1)),
    )
    .option('--folds <n>', 'number of folds, with the protocol clip', whole(2), 10)
    .option(
      '--channels <name>',
      `what to train and test on: ${[...conditions, 'all'].join(', ')}; of another corpus one of ` +
        `its conditions (default: ${literatureConditions?.join(' and ') ?? 'all'}, for holdout, ` +
        'reference and another corpus all)',
    )
    .option(
      '--variants',
      "also train on the recipe's variants of each clip (default, but for networks under holdout)",
    )
    .option('--no-variants', 'train on the clips as they are')
    .option(
      '--epochs <n>',
      "at most; early stopping may end sooner (default: the recipe's)",
      whole(1),
    )
    .addOption(
      new Option('--backend <name>', 'TensorFlow.js backend')
        .choices([...BACKENDS])
        .default('wasm'),
    )
    .option(
      '--threads <n>',
      "of the wasm backend; fewer where other work runs (default: the machine's)",
      whole(1, 64),
    )
    .option('--out <dir>', `new folder for model, history and report (default: ${defaultOut})`)
    .option(...NO_CACHE)
    .option('--resume <dir>', 'continue what was interrupted; its own options are used')
    .option('--json', 'print one JSON value instead of the report');
}

/**
 * Checks that `--folds` does not ask for what the protocol does not have: only `clip` can be cut at
 * will.
 *
 * @throws CliError `wrong-usage`
 */
export function checkFolds(
  command: Command,
  protocol: ProtocolName,
  speakers: DataSet['speakers'],
): void {
  const folds: unknown = command.getOptionValue('folds');
  if (protocol === 'clip' || command.getOptionValueSource('folds') !== 'cli') return;
  const own = foldCount({ protocol, folds: 2, speakers });
  if (folds === own) return;
  throw wrongUsage(
    `--folds is for the protocol clip; ${protocol} has ${own}, got --folds ${folds}`,
  );
}

/**
 * Checks that `--adapt` stands beside the protocol that adapts.
 *
 * @throws CliError `wrong-usage`
 */
export function checkAdapt({ adapt }: TrainingOptions, protocol: ProtocolName): void {
  if (adapt === undefined || protocol === 'speaker-adapted') return;
  throw wrongUsage(
    `--adapt is for the protocol speaker-adapted, got it with ${protocol}; ` +
      'add --protocol speaker-adapted',
  );
}

/**
 * Checks that `--resume` does not stand beside options that it would ignore.
 *
 * @throws CliError `wrong-usage`
 */
export function checkResume(command: Command): void {
  const others = command.options
    .map((option) => option.attributeName())
    .filter((name) => !['resume', 'json', 'threads', 'jobs', 'cache'].includes(name))
    .filter((name) => command.getOptionValueSource(name) === 'cli');
  if (others.length > 0) {
    const names = [...new Set(others)].map((name) => `--${name}`).join(', ');
    throw wrongUsage(`--resume goes on with the options of its run; leave out ${names}`);
  }
}
