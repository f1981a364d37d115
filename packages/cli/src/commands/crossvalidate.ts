import type { ProtocolName } from '@ser/eval';
import { foldCount, runFolds } from '@ser/experiment';
import { Command } from 'commander';
import { whole } from '../console/options.ts';
import type { DataSet } from '../data-sets/data-set.ts';
import { openDataSet } from '../data-sets/open-data-set.ts';
import { readLabelling } from '../data-sets/read-labelling.ts';
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

interface CrossvalidateOptions extends TrainingOptions {
  protocol: ProtocolName;
  seeds: number;
}

/** `ser crossvalidate`: every fold is the test fold once. */
export function crossvalidateCommand(dataSet: DataSet): Command {
  const { speakers } = dataSet;
  const withFolds = protocolsOf(dataSet).filter(
    (protocol) => foldCount({ protocol, folds: 2, speakers }) > 1,
  );
  const command = new Command('crossvalidate')
    .summary('train on every fold and report mean and spread')
    .description(
      'Trains one model a fold and a seed, each tested on its own fold, and reports mean and ' +
        'spread.',
    );
  return addTrainingOptions(command, dataSet, {
    protocols: withFolds,
    defaultProtocol: 'speaker',
    defaultOut: 'runs/crossvalidate-RECIPE-PROTOCOL',
  })
    .option('--seeds <n>', 'repeat with the seeds 0 … n-1', whole(1), 1)
    .addHelpText(
      'after',
      `${trainingHelp(dataSet, withFolds)}

Examples:
  ser crossvalidate --protocol speaker
  ser crossvalidate --data ravdess/ --protocol loso
  ser crossvalidate --data ravdess/ --protocol speaker-adapted --adapt 5
  ser crossvalidate --protocol clip --folds 5 --channels all --seeds 3
  ser crossvalidate --data calls/ --labels calls.csv --columns file=path,label=emotion,speaker=who
${LABELLING_HELP}

The deviation over folds says how much harder some voices are, the one over seeds what luck does;
the interval is bootstrapped over speakers. Each fold is a run folder of its own below --out.
Ctrl-C saves; --resume goes on where it stopped.
Exit code 1: failed, or finished without some clips that could not be read. 130: interrupted.`,
    )
    .action((options: CrossvalidateOptions, self: Command) =>
      trainInFolder(
        dataSet,
        {
          kind: 'cross-validation',
          plan: async () => {
            const { protocol, seeds } = options;
            checkRecipe(options);
            const opened = await openDataSet(dataSet, await readLabelling(options), options.data);
            checkProtocol(opened.dataSet, protocol);
            checkFolds(self, protocol, opened.dataSet.speakers);
            const own = { kind: 'cross-validation', protocol, fold: 1, seed: 0, seeds } as const;
            const recipe = options.recipe ?? (await defaultRecipe(dataSet, options.data));
            const plan = newPlan(opened, { ...options, recipe }, own);
            const name = `crossvalidate-${plan.recipe.name}-${protocolName(plan)}`;
            return { plan, name, dataSet: opened.dataSet };
          },
          work: runFolds,
          footer: (folder) => `Saved in ${folder}.`,
        },
        options,
        self,
      ),
    );
}
