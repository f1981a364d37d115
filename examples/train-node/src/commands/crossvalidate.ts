import { Command } from 'commander';
import { Interrupted, withInterrupt } from '../console/interrupt.ts';
import { whole } from '../console/options.ts';
import { type Problem, Problems } from '../console/problems.ts';
import { startBackend } from '../console/start-backend.ts';
import { writeJson } from '../console/write-json.ts';
import type { ProtocolName } from '../training/choose-split.ts';
import { type FoldSummary, formatFolds, summarizeFolds } from '../training/fold-summary.ts';
import { loadRunTable } from '../training/load-run-table.ts';
import type { RunConfig } from '../training/run-config.ts';
import { RunFolder } from '../training/run-folder.ts';
import { runHtml } from '../training/run-html.ts';
import { withRunLock } from '../training/run-lock.ts';
import { type TrainedFolds, trainFolds } from '../training/train-folds.ts';
import {
  addTrainingOptions,
  checkFolds,
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

The deviation over folds says how much harder some voices are, the one over seeds what luck does; the interval is
bootstrapped over actors. Each fold is a run folder of its own below --out. Ctrl-C saves; --resume goes on where it stopped.
Exit code 1: failed, or finished without some clips that could not be read. 130: interrupted.`,
    )
    .action(async (options: CrossvalidateOptions, self: Command) => {
      if (options.resume) checkResume(self);
      const problems = new Problems();
      const { folder, config } = options.resume
        ? await RunFolder.open(options.resume, 'crossvalidate')
        : await newFolder(options, self);
      try {
        const summary = await withRunLock(folder.path, () =>
          // Once all is trained, Ctrl-C lets the reports be written, as in `train`.
          withInterrupt(async (signal) => {
            const table = await loadRunTable(config, folder, problems, signal);
            await startBackend(config.backend, options.threads);
            const trained = await trainFolds({ table, config, folder, signal });
            return finishFolds(folder, config, trained, problems);
          }),
        );
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

/** Writes the reports and all predictions, and last the figures: a folder with `metrics.json` is finished. */
async function finishFolds(
  folder: RunFolder,
  config: RunConfig,
  { labels, predictions, runs }: TrainedFolds,
  problems: Problems,
): Promise<FoldSummary & { out: string; problems: Problem[] }> {
  const summary = {
    ...summarizeFolds(config, { predictions, runs }),
    out: folder.path,
    problems: problems.list,
  };
  await folder.writeJson('predictions.json', { labels, predictions });
  await folder.writeText('report.txt', formatFolds(summary));
  await folder.writeText('report.html', runHtml(config, predictions));
  await folder.writeJson('metrics.json', summary);
  return summary;
}

async function newFolder(
  options: CrossvalidateOptions,
  self: Command,
): Promise<{ folder: RunFolder; config: RunConfig }> {
  const { protocol, seeds } = options;
  checkFolds(self, protocol);
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
