import { resolve } from 'node:path';
import { PROTOCOLS } from '@ser/eval';
import { Command, Option } from 'commander';
import { CliError } from '../console/cli-error.ts';
import { Interrupted, withInterrupt } from '../console/interrupt.ts';
import { whole } from '../console/options.ts';
import { Problems } from '../console/problems.ts';
import { BACKENDS, type BackendName, startBackend } from '../console/start-backend.ts';
import { writeJson } from '../console/write-json.ts';
import { selectRows } from '../table/feature-table.ts';
import { loadTable } from '../table/load-table.ts';
import { readParquet, writeParquet } from '../table/parquet.ts';
import { foldCount, type ProtocolName } from '../training/choose-split.ts';
import { formatRun } from '../training/format-run.ts';
import { RECIPES, type RecipeName } from '../training/recipes.ts';
import type { RunConfig } from '../training/run-config.ts';
import { RunFolder } from '../training/run-folder.ts';
import { figures } from '../training/score.ts';
import { trainRun } from '../training/train-run.ts';

const CACHE_FILE = 'features.parquet';

interface TrainOptions {
  data?: string[];
  recipe: RecipeName;
  protocol: ProtocolName;
  fold: number;
  folds: number;
  channels?: 'speech' | 'song' | 'all';
  variants?: boolean;
  seed: number;
  epochs?: number;
  backend: BackendName;
  out?: string;
  resume?: string;
  json?: boolean;
}

const list = (entries: Record<string, { description: string }>): string =>
  Object.entries(entries)
    .map(([name, { description }]) => `  ${name.padEnd(10)} ${description}`)
    .join('\n');

/** `ser train`: from clips, or the embedded table, to a model and a report. */
export function trainCommand(): Command {
  return new Command('train')
    .summary('train the CNN and report how well it does')
    .description(
      'Trains the CNN and reports how well it does on clips that it never heard. Without --data it trains on the\n' +
        'embedded table: the 162 features of the RAVDESS clips, extracted by this toolkit.',
    )
    .option(
      '--data <path...>',
      'folders of RAVDESS clips, or tables written by `ser features --out X.parquet`',
    )
    .addOption(
      new Option('--recipe <name>', 'how the model is built and trained')
        .choices(Object.keys(RECIPES))
        .default('baseline'),
    )
    .addOption(
      new Option('--protocol <name>', 'which clips train and which test')
        .choices(Object.keys(PROTOCOLS))
        .default('holdout'),
    )
    .option('--fold <n>', 'which fold is the test fold (protocols clip and speaker)', whole(1), 1)
    .option('--folds <n>', 'number of folds (protocol clip)', whole(2), 10)
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
    .option('--seed <n>', 'drives every random choice: same seed, same weights', whole(0), 0)
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
      '--out <dir>',
      'new folder for model, history and report (default: runs/RECIPE-PROTOCOL-seedN)',
    )
    .option('--resume <dir>', 'continue an interrupted run; its own options are used')
    .option('--json', 'print one JSON value instead of the report')
    .addHelpText(
      'after',
      `
Protocols:
${list(PROTOCOLS)}

Recipes:
${list(RECIPES)}

Examples:
  ser train
  ser train --data ravdess/ --protocol speaker --fold 2
  ser train --resume runs/baseline-holdout-seed0

Ctrl-C saves the run; --resume ends with the same weights as if it had never stopped.
Exit code 1: failed, or finished without some clips that could not be read. 130: interrupted.`,
    )
    .action(async (options: TrainOptions) => {
      const problems = new Problems();
      const { folder, config } = options.resume
        ? await RunFolder.open(options.resume)
        : await newRun(options);
      try {
        const result = await withInterrupt((signal) => run(folder, config, problems, signal));
        const json = {
          recipe: config.recipe,
          protocol: config.protocol,
          leaks: PROTOCOLS[config.protocol].leaks,
          fold: config.fold,
          backend: config.backend,
          seed: config.seed,
          epochs: result.history.length,
          millisecondsPerStep: result.millisecondsPerStep,
          train: figures(result.train),
          validation: figures(result.validation),
          test: figures(result.test),
          weightsSha256: result.weightsSha256,
          out: folder.path,
          problems: problems.list,
        };
        const report = formatRun(result);
        await folder.writeText('report.txt', report);
        const { train, validation, test } = result;
        await folder.writeText(
          'metrics.json',
          `${JSON.stringify({ ...json, train, validation, test }, null, 2)}\n`,
        );
        await folder.removeState();
        if (options.json) writeJson(json);
        else {
          process.stdout.write(
            `\n${report}\nSaved in ${folder.path}. Try it: pnpm ser predict FILE.wav --model ${folder.path}\n`,
          );
        }
        process.exitCode = problems.exitCode;
      } catch (error) {
        if (error instanceof Interrupted) {
          process.stderr.write(`Saved. Continue with: pnpm ser train --resume ${folder.path}\n`);
        } else await folder.removeUnused();
        throw error;
      }
    });
}

async function newRun(options: TrainOptions): Promise<{ folder: RunFolder; config: RunConfig }> {
  const { protocol, recipe, fold, folds, seed, backend } = options;
  const literature = protocol === 'clip' || protocol === 'speaker';
  const channels = options.channels ?? (literature ? 'speech' : 'all');
  if (options.variants === false && protocol === 'reference') {
    throw new CliError(
      'usage',
      'the protocol reference is defined with variants; leave --no-variants out',
      { exitCode: 2 },
    );
  }
  if (fold > foldCount({ protocol, folds })) {
    throw new CliError(
      'usage',
      `--fold must be at most ${foldCount({ protocol, folds })} under the protocol ${protocol}, got ${fold}`,
      { exitCode: 2 },
    );
  }
  const config: RunConfig = {
    recipe,
    protocol,
    fold,
    folds,
    channels: channels === 'all' ? ['speech', 'song'] : [channels],
    variants: options.variants ?? protocol !== 'holdout',
    seed,
    epochs: options.epochs ?? RECIPES[recipe].epochs,
    backend,
    data: (options.data ?? []).map((path) => resolve(path)),
  };
  return { folder: await RunFolder.create(config, options.out), config };
}

async function run(folder: RunFolder, config: RunConfig, problems: Problems, signal: AbortSignal) {
  if (config.data.length === 0) {
    process.stderr.write(
      'No --data: training on the embedded table of RAVDESS features (CC BY-NC-SA 4.0).\n' +
        'To train from audio: pnpm ser train --data FOLDER (the README says how to get RAVDESS).\n',
    );
  }
  const all = await loadTable(config.data, {
    preset: RECIPES[config.recipe].preset,
    variants: config.variants,
    problems,
    signal,
    cache: {
      read: async () => {
        const bytes = await folder.read(CACHE_FILE);
        return bytes && readParquet(CACHE_FILE, bytes);
      },
      write: (table) => folder.store.write(CACHE_FILE, writeParquet(table)),
    },
  });
  const wanted = all.rows.flatMap(({ variant, channel }, i) =>
    (config.variants || variant === 'original') && config.channels.includes(channel) ? [i] : [],
  );
  await startBackend(config.backend as BackendName);
  return trainRun(selectRows(all, wanted), config, folder, signal);
}
