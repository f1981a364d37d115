import type { ProtocolName } from '@ser/eval';
import { foldCount, type Plan, run } from '@ser/experiment';
import { Command } from 'commander';
import { wrongUsage } from '../console/cli-error.ts';
import { commandName } from '../console/command-name.ts';
import { whole } from '../console/options.ts';
import { listSpeakers } from '../data/list-speakers.ts';
import type { DataSet } from '../data-sets/data-set.ts';
import { type OpenedData, openDataSet } from '../data-sets/open-data-set.ts';
import { readLabelling } from '../data-sets/read-labelling.ts';
import { defaultProtocol } from '../runs/default-protocol.ts';
import { defaultRecipe } from '../runs/default-recipe.ts';
import { checkProtocol } from './util/check-protocol.ts';
import { LABELLING_HELP } from './util/labelling-options.ts';
import { checkRecipe, newPlan, protocolName } from './util/new-plan.ts';
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
      // The recipes are parsed where somebody reads of them, not whenever `ser` starts.
      () => `${trainingHelp(dataSet, protocols)}

Without --protocol: holdout, or clip where the data has too few speakers. Speakers of another corpus
than RAVDESS are dealt into at most five folds, as alike in labels and clips as may be, of which the
first is held out.

Examples:
  ser train
  ser train --data ravdess/ --protocol speaker --fold 2
  ser train --data ravdess/ --protocol speaker-adapted --adapt 5
  ser train --data ravdess/ --recipe mine.json
  ser train --data emodb/ --labels emodb --label-map boredom=-
  ser train --resume runs/baseline-holdout-seed0
${LABELLING_HELP}

Ctrl-C saves the run; --resume ends with the same weights as if it had never stopped.
Exit code 1: failed, or finished without some clips that could not be read. 130: interrupted.`,
    )
    .action((options: TrainOptions, self: Command) =>
      trainInFolder(
        dataSet,
        {
          kind: 'run',
          plan: async () => {
            checkRecipe(options);
            const opened = await openDataSet(dataSet, await readLabelling(options), options.data);
            const { plan, note } = await planOf(opened, options, self);
            return { plan, name: runName(plan), note, dataSet: opened.dataSet };
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
  opened: OpenedData,
  options: TrainOptions,
  self: Command,
): Promise<{ plan: Plan; note?: string }> {
  const { fold, seed } = options;
  const { dataSet } = opened;
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
  checkProtocol(dataSet, protocol);
  checkFolds(self, protocol, speakers);
  const most = foldCount({ protocol, folds, speakers });
  if (fold > most) {
    throw wrongUsage(`--fold must be at most ${most} under the protocol ${protocol}, got ${fold}`);
  }
  // Without a protocol by name there is no literature to follow: everything is used.
  const channels = options.channels ?? (options.protocol ? undefined : 'all');
  const own = { kind: 'run', protocol, fold, seed, seeds: 1 } as const;
  const recipe = options.recipe ?? (await defaultRecipe(dataSet, options.data));
  return { plan: newPlan(opened, { ...options, recipe, channels, folds }, own), note };
}

/** The protocol for data that came without one; where it is not the usual one, a note names it. */
async function chooseProtocol(
  dataSet: DataSet,
  data: string[] | undefined,
): Promise<{ protocol: ProtocolName; note?: string }> {
  if (!data) return { protocol: 'holdout' };
  const protocol = defaultProtocol(dataSet, await listSpeakers(dataSet, data));
  if (protocol !== 'clip') return { protocol };
  const why = dataSet.speakers
    ? `Too few speakers to hold out ${dataSet.speakers.holdout.join(', ')}`
    : 'The data names too few speakers to hold any out';
  const note = `${why}: testing on other clips of the same speakers (--protocol clip).`;
  return { protocol, note };
}
