import type { ProtocolName } from '@ser/eval';
import { foldCount } from '@ser/experiment';
import { Command } from 'commander';
import { wrongUsage } from '../console/cli-error.ts';
import { commandName } from '../console/command-name.ts';
import { whole } from '../console/options.ts';
import type { DataSet } from '../data-sets/data-set.ts';
import { openDataSet } from '../data-sets/open-data-set.ts';
import { readLabelling } from '../data-sets/read-labelling.ts';
import { crossValidateIn } from '../jobs/cross-validate.ts';
import { defaultRecipe } from '../runs/default-recipe.ts';
import { addShardOptions, type ShardOptions, shardFrom } from '../shards/shard-options.ts';
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

/** More processes than any machine has use for. */
const MOST_JOBS = 1024;

interface CrossvalidateOptions extends TrainingOptions, ShardOptions {
  protocol: ProtocolName;
  seeds: number;
  /** Runs at a time. Default: what `jobCount` says. */
  jobs?: number;
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
  addTrainingOptions(command, dataSet, {
    protocols: withFolds,
    defaultProtocol: 'speaker',
    defaultOut: 'runs/crossvalidate-RECIPE-PROTOCOL',
  })
    .option('--seeds <n>', 'repeat with the seeds 0 … n-1', whole(1), 1)
    .option(
      '--jobs <n>',
      'runs to train at a time, each in a process of its own (default: as many as processors, ' +
        'fewer where their tables would take more than three quarters of the memory)',
      whole(1, MOST_JOBS),
    );
  return addShardOptions(command, 'this one trains each n-th fold and seed into the same --out')
    .addHelpText(
      'after',
      // The recipes are parsed where somebody reads of them, not whenever `ser` starts.
      () => `${trainingHelp(dataSet, withFolds)}

Examples:
  ser crossvalidate --protocol speaker
  ser crossvalidate --data ravdess/ --protocol loso
  ser crossvalidate --data ravdess/ --protocol speaker-adapted --adapt 5
  ser crossvalidate --protocol clip --folds 5 --channels all --seeds 3
  ser crossvalidate --data calls/ --labels calls.csv --columns file=path,label=emotion,speaker=who
  ser crossvalidate --seeds 8 --num-shards 4 --shard-index 0 --out shared/cv
${LABELLING_HELP}

The deviation over folds says how much harder some voices are, the one over seeds what luck does;
the interval is bootstrapped over speakers. Each fold is a run folder of its own below --out.
Ctrl-C saves; --resume goes on where it stopped. The figures do not depend on --jobs. A job counts
as 400 MB and three times its table; --threads is of all jobs together. One that dies costs its run
alone, which --resume trains again.

Shards may run on several machines that share a folder; each goes on when its command is given
again. \`ser merge DIR\` then writes the report, or says which are missing.
Exit code 1: failed, or finished without some clips that could not be read. 130: interrupted.`,
    )
    .action((options: CrossvalidateOptions, self: Command) => {
      const shard = options.resume ? undefined : shardFrom(options);
      if (shard && options.out === undefined) {
        throw wrongUsage(
          `--out must name the folder that all ${shard.count} shards share; ` +
            '--num-shards 1 trains all runs here',
        );
      }
      return trainInFolder(
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
          isShared: shard !== undefined,
          work: (plan, table, ports) => crossValidateIn(plan, table, ports, { ...options, shard }),
          footer: (folder) =>
            shard
              ? `Saved in ${folder}. Once all shards are there: ${commandName()} merge ${folder}`
              : `Saved in ${folder}.`,
        },
        options,
        self,
      );
    });
}
