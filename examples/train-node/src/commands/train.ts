import { HOLDOUT_ACTORS } from '@ser/eval';
import { Command } from 'commander';
import { CliError } from '../console/cli-error.ts';
import { Interrupted, withInterrupt } from '../console/interrupt.ts';
import { whole } from '../console/options.ts';
import { Problems } from '../console/problems.ts';
import { say } from '../console/progress.ts';
import { startBackend } from '../console/start-backend.ts';
import { writeJson } from '../console/write-json.ts';
import { listActors } from '../table/load-table.ts';
import { chooseSplit, foldCount, type ProtocolName } from '../training/choose-split.ts';
import { defaultProtocol } from '../training/default-protocol.ts';
import { finishRun } from '../training/finish-run.ts';
import { loadRunTable } from '../training/load-run-table.ts';
import type { RunConfig } from '../training/run-config.ts';
import { RunFolder } from '../training/run-folder.ts';
import { withRunLock } from '../training/run-lock.ts';
import { trainRun } from '../training/train-run.ts';
import {
  addTrainingOptions,
  checkFolds,
  checkResume,
  choicesHelp,
  type TrainingOptions,
  toRunConfig,
} from './training-options.ts';

const NAMES: ProtocolName[] = ['reference', 'clip', 'speaker', 'holdout'];

/** Folds of the `clip` protocol where the command chose it for data of few actors. */
const SMALL_DATA_FOLDS = 5;

interface TrainOptions extends TrainingOptions {
  protocol?: ProtocolName;
  fold: number;
  seed: number;
}

/** `ser train`: from clips, or the embedded table, to a model and a report. */
export function trainCommand(): Command {
  const command = new Command('train')
    .summary('train the CNN and report how well it does')
    .description(
      'Trains the CNN and reports how well it does on clips that it never heard. Without --data it trains on the ' +
        'embedded table: the 162 features of the RAVDESS clips, extracted by this toolkit.',
    );
  return addTrainingOptions(command, { protocols: NAMES, defaultOut: 'runs/RECIPE-PROTOCOL-seedN' })
    .option('--fold <n>', 'which fold is the test fold (protocols clip and speaker)', whole(1), 1)
    .option('--seed <n>', 'drives every random choice: same seed, same weights', whole(0), 0)
    .addHelpText(
      'after',
      `${choicesHelp(NAMES)}

Without --protocol: holdout, or clip where the data has too few actors.

Examples:
  ser train
  ser train --data ravdess/ --protocol speaker --fold 2
  ser train --resume runs/baseline-holdout-seed0

Ctrl-C saves the run; --resume ends with the same weights as if it had never stopped.
Exit code 1: failed, or finished without some clips that could not be read. 130: interrupted.`,
    )
    .action(async (options: TrainOptions, self: Command) => {
      if (options.resume) checkResume(self);
      const problems = new Problems();
      const { folder, config } = options.resume
        ? await RunFolder.open(options.resume, 'train')
        : await newRun(options, self);
      try {
        const { summary, report } = await withRunLock(folder.path, () =>
          // Once trained, a run takes Ctrl-C for the wish that it end: it does, with its report.
          withInterrupt(async (signal) => {
            const table = await loadRunTable(config, folder, problems, signal);
            const split = chooseSplit(table.rows, config);
            await startBackend(config.backend, options.threads);
            const result = await trainRun({ table, split, config, folder, signal });
            return finishRun(result, folder, problems.list);
          }),
        );
        if (options.json) writeJson(summary);
        else {
          process.stdout.write(
            `\n${report}\nSaved in ${folder.path}. Try it: pnpm ser predict FILE.wav --model ${folder.path}\n`,
          );
        }
        process.exitCode = problems.exitCode;
      } catch (error) {
        if (error instanceof Interrupted) {
          process.stderr.write(`Saved. Continue with: pnpm ser train --resume ${folder.path}\n`);
        } else await folder.removeUnused().catch(() => {});
        throw error;
      }
    });
}

async function newRun(
  options: TrainOptions,
  self: Command,
): Promise<{ folder: RunFolder; config: RunConfig }> {
  const { fold, seed, data = [] } = options;
  // Without a protocol by name the data may be small: fewer folds then, so that each class reaches every one.
  const isOurChoice = !options.protocol && self.getOptionValueSource('folds') === 'default';
  const folds = isOurChoice ? SMALL_DATA_FOLDS : options.folds;
  const protocol = options.protocol ?? (await chooseProtocol(data));
  if (options.variants === false && protocol === 'reference') {
    throw new CliError(
      'usage',
      'the protocol reference is defined with variants; leave --no-variants out',
      { exitCode: 2 },
    );
  }
  checkFolds(self, protocol);
  const most = foldCount({ protocol, folds });
  if (fold > most) {
    throw new CliError(
      'usage',
      `--fold must be at most ${most} under the protocol ${protocol}, got ${fold}`,
      {
        exitCode: 2,
      },
    );
  }
  // Without a protocol by name there is no literature to follow: everything is used.
  const channels = options.channels ?? (options.protocol ? undefined : 'all');
  const config = toRunConfig(
    { ...options, channels, folds },
    {
      command: 'train',
      protocol,
      fold,
      seed,
      seeds: 1,
    },
  );
  return { folder: await RunFolder.create(config, options.out), config };
}

/** The protocol for data that came without one, said aloud where it is not the usual one. */
async function chooseProtocol(data: string[]): Promise<ProtocolName> {
  if (data.length === 0) return 'holdout';
  const protocol = defaultProtocol(await listActors(data));
  if (protocol === 'clip') {
    say(
      `Too few actors to hold out ${HOLDOUT_ACTORS.join(', ')}: testing on other clips of the same actors (--protocol clip).`,
    );
  }
  return protocol;
}
