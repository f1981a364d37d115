import { resolve } from 'node:path';
import { PROTOCOLS } from '@ser/eval';
import { type Command, Option } from 'commander';
import { CliError } from '../console/cli-error.ts';
import { whole } from '../console/options.ts';
import { BACKENDS, type BackendName } from '../console/start-backend.ts';
import { foldCount, type ProtocolName } from '../training/choose-split.ts';
import { RECIPES, type RecipeName } from '../training/recipes.ts';
import type { RunConfig } from '../training/run-config.ts';

/** Options that `train` and `crossvalidate` share. */
export interface TrainingOptions {
  data?: string[];
  recipe: RecipeName;
  folds: number;
  channels?: 'speech' | 'song' | 'all';
  variants?: boolean;
  epochs?: number;
  backend: BackendName;
  threads?: number;
  out?: string;
  resume?: string;
  json?: boolean;
}

/** Adds the shared options to a command. */
export function addTrainingOptions(
  command: Command,
  {
    protocols,
    defaultProtocol,
    defaultOut,
  }: {
    protocols: ProtocolName[];
    /** Left out, the command chooses by the data. */
    defaultProtocol?: ProtocolName;
    defaultOut: string;
  },
): Command {
  return command
    .option(
      '--data <path...>',
      'folders or zips of RAVDESS clips, or tables written by `ser features --out X.parquet`',
    )
    .addOption(
      new Option('--recipe <name>', 'how the model is built and trained')
        .choices(Object.keys(RECIPES))
        .default('baseline'),
    )
    .addOption(
      new Option('--protocol <name>', 'which clips train and which test')
        .choices(protocols)
        .default(defaultProtocol),
    )
    .option('--folds <n>', 'number of folds, with the protocol clip', whole(2), 10)
    .addOption(
      new Option(
        '--channels <name>',
        'what to train and test on (default: speech for clip and speaker, else all)',
      ).choices(['speech', 'song', 'all']),
    )
    .option(
      '--variants',
      'also train on noisy and on stretched, pitched variants (default, but for holdout)',
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
    .option('--resume <dir>', 'continue what was interrupted; its own options are used')
    .option('--json', 'print one JSON value instead of the report');
}

/** The run that the options describe. */
export function toRunConfig(
  options: TrainingOptions,
  own: Pick<RunConfig, 'command' | 'protocol' | 'fold' | 'seed' | 'seeds'>,
): RunConfig {
  const { recipe, folds, backend } = options;
  const { protocol } = own;
  const literature = protocol === 'clip' || protocol === 'speaker';
  const channels = options.channels ?? (literature ? 'speech' : 'all');
  return {
    ...own,
    recipe,
    folds,
    channels: channels === 'all' ? ['speech', 'song'] : [channels],
    variants: options.variants ?? protocol !== 'holdout',
    epochs: options.epochs ?? RECIPES[recipe].epochs,
    backend,
    data: (options.data ?? []).map((path) => resolve(path)),
  };
}

/** Help that lists protocols and recipes with what they mean. */
export function choicesHelp(protocols: ProtocolName[]): string {
  const list = (entries: [string, { description: string }][]): string =>
    entries.map(([name, { description }]) => `  ${name.padEnd(10)} ${description}`).join('\n');
  return `
Protocols:
${list(protocols.map((name) => [name, PROTOCOLS[name]]))}

Recipes:
${list(Object.entries(RECIPES))}`;
}

/** Throws when `--folds` asks for what the protocol does not have: only `clip` can be cut at will. */
export function checkFolds(command: Command, protocol: ProtocolName): void {
  const folds: unknown = command.getOptionValue('folds');
  if (protocol === 'clip' || command.getOptionValueSource('folds') !== 'cli') return;
  const own = foldCount({ protocol, folds: 0 });
  if (folds === own) return;
  throw new CliError(
    'usage',
    `--folds is for the protocol clip; ${protocol} has ${own}, got --folds ${folds}`,
    { exitCode: 2 },
  );
}

/** Throws when `--resume` stands beside options that it would ignore. */
export function checkResume(command: Command): void {
  const others = command.options
    .map((option) => option.attributeName())
    .filter((name) => !['resume', 'json', 'threads'].includes(name))
    .filter((name) => command.getOptionValueSource(name) === 'cli');
  if (others.length > 0) {
    throw new CliError(
      'usage',
      `--resume goes on with the options of its run; leave out --${[...new Set(others)].join(', --')}`,
      { exitCode: 2 },
    );
  }
}
