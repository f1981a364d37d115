import type { ProtocolName } from '@ser/eval';
import { foldCount, type Plan, run } from '@ser/experiment';
import { Command } from 'commander';
import { wrongUsage } from '../console/cli-error.ts';
import { commandName } from '../console/command-name.ts';
import { whole } from '../console/options.ts';
import { listSpeakers } from '../data/list-speakers.ts';
import type { DataSet } from '../data-sets/data-set.ts';
import { defaultProtocol } from '../runs/default-protocol.ts';
import { defaultRecipe } from '../runs/default-recipe.ts';
import { newPlan, protocolName } from './util/new-plan.ts';
import { trainInFolder } from './util/train-in-folder.ts';
import { trainingHelp } from './util/training-help.ts';
import {
  addTrainingOptions,
  checkFolds,
  protocolsOf,
  type TrainingOptions,
} from './util/training-options.ts';

/** Folds of the `clip` protocol where the command chose it for data of few speakers. */
const SMALL_DATA_FOLDS = 5;

interface TrainOptions extends TrainingOptions {
  protocol?: ProtocolName;
  fold: number;
  seed: number;
}

/** `ser train`: from clips, or the embedded table, to a model and a report. */
export function trainCommand(dataSet: DataSet): Command {
  const protocols = protocolsOf(dataSet);
  const command = new Command('train')
    .summary('train a model and report how well it does')
    .description(
      'Trains a model and reports how well it does on clips that it never met.' +
        (dataSet.embedded ? ` Without --data it trains on ${dataSet.embedded.name}.` : ''),
    );
  return addTrainingOptions(command, dataSet, {
    protocols,
    defaultOut: 'runs/RECIPE-PROTOCOL-seedN',
  })
    .option(
      '--fold <n>',
      'which fold is the test fold, where the protocol has several',
      whole(1),
      1,
    )
    .option('--seed <n>', 'drives every random choice: same seed, same weights', whole(0), 0)
    .addHelpText(
      'after',
      `${trainingHelp(dataSet, protocols)}

Without --protocol: holdout, or clip where the data has too few speakers.

Examples:
  ser train
  ser train --data ravdess/ --protocol speaker --fold 2
  ser train --data ravdess/ --protocol speaker-adapted --adapt 5
  ser train --data ravdess/ --recipe mine.json
  ser train --resume runs/baseline-holdout-seed0

Ctrl-C saves the run; --resume ends with the same weights as if it had never stopped.
Exit code 1: failed, or finished without some clips that could not be read. 130: interrupted.`,
    )
    .action((options: TrainOptions, self: Command) =>
      trainInFolder(
        dataSet,
        {
          kind: 'run',
          plan: async () => {
            const { plan, note } = await planOf(dataSet, options, self);
            return { plan, name: runName(plan), note };
          },
          work: (plan, table, { folder: _, ...ports }) => run(plan, table, ports),
          footer: (folder) =>
            `Saved in ${folder}. Try it: ${commandName()} predict FILE.wav --model ${folder}`,
        },
        options,
        self,
      ),
    );
}

function runName(plan: Plan): string {
  const { recipe, fold, seed } = plan;
  return `${recipe.name}-${protocolName(plan)}${fold > 1 ? `-fold${fold}` : ''}-seed${seed}`;
}

async function planOf(
  dataSet: DataSet,
  options: TrainOptions,
  self: Command,
): Promise<{ plan: Plan; note?: string }> {
  const { fold, seed } = options;
  const { speakers } = dataSet;
  // Without a protocol by name the data may be small: fewer folds then, so that each class reaches
  // every one.
  const isOurChoice = !options.protocol && self.getOptionValueSource('folds') === 'default';
  const folds = isOurChoice ? SMALL_DATA_FOLDS : options.folds;
  const chosen = options.protocol
    ? { protocol: options.protocol }
    : await chooseProtocol(dataSet, options.data);
  const { protocol, note } = chosen;
  if (options.variants === false && protocol === 'reference') {
    throw wrongUsage('the protocol reference is defined with variants; leave --no-variants out');
  }
  checkFolds(self, protocol, speakers);
  const most = foldCount({ protocol, folds, speakers });
  if (fold > most) {
    throw wrongUsage(`--fold must be at most ${most} under the protocol ${protocol}, got ${fold}`);
  }
  // Without a protocol by name there is no literature to follow: everything is used.
  const channels = options.channels ?? (options.protocol ? undefined : 'all');
  const own = { kind: 'run', protocol, fold, seed, seeds: 1 } as const;
  const recipe = options.recipe ?? (await defaultRecipe(dataSet, options.data));
  return { plan: newPlan(dataSet, { ...options, recipe, channels, folds }, own), note };
}

/** The protocol for data that came without one; where it is not the usual one, a note names it. */
async function chooseProtocol(
  dataSet: DataSet,
  data: string[] | undefined,
): Promise<{ protocol: ProtocolName; note?: string }> {
  if (!data) return { protocol: 'holdout' };
  const protocol = defaultProtocol(dataSet, await listSpeakers(dataSet, data));
  if (protocol !== 'clip') return { protocol };
  const note =
    `Too few speakers to hold out ${dataSet.speakers.holdout.join(', ')}: ` +
    'testing on other clips of the same speakers (--protocol clip).';
  return { protocol, note };
}
