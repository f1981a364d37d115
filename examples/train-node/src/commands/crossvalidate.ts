import { join } from 'node:path';
import type { Prediction } from '@ser/eval';
import { Command } from 'commander';
import { Interrupted, withInterrupt } from '../console/interrupt.ts';
import { whole } from '../console/options.ts';
import { Problems } from '../console/problems.ts';
import { say } from '../console/progress.ts';
import { startBackend } from '../console/start-backend.ts';
import { writeJson } from '../console/write-json.ts';
import { foldCount, type ProtocolName } from '../training/choose-split.ts';
import { finishRun, type RunSummary } from '../training/finish-run.ts';
import { formatFolds, summarizeFolds } from '../training/fold-summary.ts';
import { loadRunTable } from '../training/load-run-table.ts';
import type { RunConfig } from '../training/run-config.ts';
import { RunFolder } from '../training/run-folder.ts';
import { runHtml } from '../training/run-html.ts';
import { trainRun } from '../training/train-run.ts';
import {
  addTrainingOptions,
  checkResume,
  choicesHelp,
  type TrainingOptions,
  toRunConfig,
} from './training-options.ts';

const NAMES: ProtocolName[] = ['clip', 'speaker'];

interface CrossvalidateOptions extends TrainingOptions {
  protocol: ProtocolName;
  seeds: number;
}

/** `ser crossvalidate`: every fold is the test fold once. */
export function crossvalidateCommand(): Command {
  const command = new Command('crossvalidate')
    .summary('train on every fold and report mean and spread')
    .description(
      'Trains one model a fold and a seed, each tested on its own fold, and reports mean and spread.',
    );
  return addTrainingOptions(command, {
    protocols: NAMES,
    defaultProtocol: 'speaker',
    defaultOut: 'runs/crossvalidate-RECIPE-PROTOCOL',
  })
    .option('--seeds <n>', 'repeat with the seeds 0 … n-1', whole(1), 1)
    .addHelpText(
      'after',
      `${choicesHelp(NAMES)}

Examples:
  ser crossvalidate --protocol speaker
  ser crossvalidate --protocol clip --folds 5 --channels all --seeds 3

Each fold is a run folder of its own below --out. Ctrl-C saves; --resume goes on where it stopped.
Exit code 1: failed, or finished without some clips that could not be read. 130: interrupted.`,
    )
    .action(async (options: CrossvalidateOptions, self: Command) => {
      if (options.resume) checkResume(self);
      const problems = new Problems();
      const { folder, config } = options.resume
        ? await RunFolder.open(options.resume, 'crossvalidate')
        : await newFolder(options);
      try {
        const runs = await withInterrupt((signal) =>
          trainFolds(folder, config, problems, options.threads, signal),
        );
        const summary = {
          ...summarizeFolds(config, runs),
          out: folder.path,
          problems: problems.list,
        };
        await folder.writeText('report.txt', formatFolds(summary));
        const predictions = await Promise.all(
          runs.map(({ fold, seed }) =>
            folder.readJson<Prediction[]>(join(`fold${fold}-seed${seed}`, 'predictions.json')),
          ),
        );
        await folder.writeText(
          'report.html',
          runHtml(
            config,
            predictions.flatMap((p) => p ?? []),
          ),
        );
        await folder.writeJson('metrics.json', summary);
        if (options.json) writeJson(summary);
        else process.stdout.write(`\n${formatFolds(summary)}\nSaved in ${folder.path}.\n`);
        process.exitCode = problems.exitCode;
      } catch (error) {
        if (error instanceof Interrupted) {
          process.stderr.write(
            `Saved. Continue with: pnpm ser crossvalidate --resume ${folder.path}\n`,
          );
        } else await folder.removeUnused().catch(() => {});
        throw error;
      }
    });
}

async function newFolder(
  options: CrossvalidateOptions,
): Promise<{ folder: RunFolder; config: RunConfig }> {
  const { protocol, seeds } = options;
  const config = toRunConfig(options, {
    command: 'crossvalidate',
    protocol,
    fold: 1,
    seed: 0,
    seeds,
  });
  return {
    folder: await RunFolder.create(
      config,
      options.out,
      `crossvalidate-${config.recipe}-${protocol}`,
    ),
    config,
  };
}

async function trainFolds(
  folder: RunFolder,
  config: RunConfig,
  problems: Problems,
  threads: number | undefined,
  signal: AbortSignal,
): Promise<RunSummary[]> {
  const table = await loadRunTable(config, folder, problems, signal);
  await startBackend(config.backend, threads);
  const folds = foldCount(config);
  const runs: RunSummary[] = [];
  for (let seed = 0; seed < config.seeds; seed++) {
    for (let fold = 1; fold <= folds; fold++) {
      const run: RunConfig = { ...config, command: 'train', fold, seed, seeds: 1 };
      const inner = await RunFolder.nested(folder, `fold${fold}-seed${seed}`, run);
      let summary = await inner.readJson<RunSummary>('metrics.json');
      if (!summary) {
        say(`fold ${fold} of ${folds}, seed ${seed}`);
        const result = await trainRun(table, run, inner, signal);
        ({ summary } = await finishRun(result, inner, []));
      }
      runs.push(summary);
      const { uar, accuracy } = summary.test;
      say(
        `fold ${fold} of ${folds}, seed ${seed}: UAR ${uar.toFixed(3)}, accuracy ${accuracy.toFixed(3)}`,
      );
    }
  }
  return runs;
}
