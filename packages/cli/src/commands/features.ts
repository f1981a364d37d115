import { RECIPES } from '@ser/experiment';
import { presets } from '@ser/features';
import { Command, Option } from 'commander';
import { type CacheOption, NO_CACHE, openClipCache } from '../cache/clip-cache.ts';
import { wrongUsage } from '../console/cli-error.ts';
import { withInterrupt } from '../console/interrupt.ts';
import { fraction, positiveSeconds, seconds, whole } from '../console/options.ts';
import { withProblems } from '../console/problems.ts';
import type { DataSet } from '../data-sets/data-set.ts';
import { openDataSet } from '../data-sets/open-data-set.ts';
import { type LabellingOptions, readLabelling } from '../data-sets/read-labelling.ts';
import { addShardOptions, type ShardOptions, shardFrom } from '../shards/shard-options.ts';
import { FORMATS } from './util/formats.ts';
import { addLabellingOptions, LABELLING_HELP } from './util/labelling-options.ts';
import { type PrintOptions, printFeatures } from './util/print-features.ts';
import { tableSpec } from './util/table-spec.ts';
import { writeTable } from './util/write-table.ts';

interface FeaturesOptions extends PrintOptions, LabellingOptions, ShardOptions, CacheOption {
  /** The table to write; with shards, the folder of its parts. Default: none, features are printed. */
  out?: string;
  /** A recipe whose features and variants the table gets. Default: none, those of the preset. */
  recipe?: string;
  /** Whether variants are extracted too. Default: true with a recipe, else false. */
  variants?: boolean;
  /** Threads that extract into a table. Default: the processors that this process may use. */
  workers?: number;
  /** Share of its deviation to which each feature is rounded. Default: none. */
  round?: number;
}

/** `ser features`: numbers out of sound files. */
export function featuresCommand(dataSet: DataSet): Command {
  const { name } = dataSet;
  const command = new Command('features')
    .summary('extract features from sound files or folders')
    .description(
      'Extracts features from sound files, equal to librosa’s where librosa has them, or ' +
        `openSMILE's eGeMAPS; with --out from whole folders of clips, ${name}'s or any corpus'.`,
    )
    .argument(
      '<file...>',
      `sound files, or folders of them (${FORMATS}); with --out folders or zips of ${name} clips, or of those ` +
        'that --labels describes',
    );
  addLabellingOptions(command, name)
    .addOption(
      new Option('--preset <name>', 'which features')
        .choices(Object.keys(presets))
        .default('summary162'),
    )
    .option('--offset <s>', "start of the excerpt in seconds (default: the preset's)", seconds)
    .option(
      '--duration <s>',
      "length of the excerpt in seconds (default: the preset's)",
      positiveSeconds,
    )
    .option(
      '--out <file>',
      'write a table instead: X.parquet (pandas, ser train) or X.npz (numpy); with --num-shards a ' +
        'folder of parts',
    )
    .addOption(
      new Option(
        '--recipe <name>',
        'with --out: the features and variants that a recipe trains on, in place of a preset; ' +
          `${[...RECIPES.keys()].join(', ')}, or a JSON file`,
      ).conflicts('preset'),
    )
    .option(
      '--variants',
      "with --out: also each clip's variants: the recipe's (default with --recipe), or noise, " +
        'and stretched with pitch',
    )
    .option(
      '--no-variants',
      'with --recipe: only the variants that tested clips are scored in, if any',
    )
    .option(
      '--round <fraction>',
      'with --out: round each feature to this share of its deviation, for a smaller file',
      fraction,
    );
  command.option(
    '--workers <n>',
    'with --out: threads that extract; fewer where other work runs (default: the processors that ' +
      'this process may use)',
    whole(1, 64),
  );
  return addShardOptions(command, 'with --out DIR each extracts the clips whose names fall to it')
    .option(...NO_CACHE)
    .option('--json', 'print one JSON value instead of text')
    .addHelpText(
      'after',
      `
Examples:
  ser features voice.wav
  ser features a.wav b.wav --offset 0 --duration 3 --json
  ser features voice.wav --preset egemaps
  ser features ravdess/ --variants --out table.parquet
  ser features ravdess/ --recipe frames --out frames.parquet
  ser features emodb/ --labels emodb --out emodb.parquet
  ser features ravdess/ --out parts/ --num-shards 4 --shard-index 0

${LABELLING_HELP}

A preset has one rate, to which files are resampled: egemaps and egemapsLld have 48,000 Hz, where
openSMILE takes each file's own and gives other numbers. Several channels are averaged.

X.parquet is written while clips are extracted and takes any number of them; X.npz, and --round,
hold the whole table in memory.

Shards may run on several machines that share a folder. Each writes DIR/part-00003-of-00032.parquet
once it is whole; one that is there is not extracted again. \`ser merge DIR\` makes one table.

What is extracted is kept in a cache, so that the same command goes on after Ctrl-C or a crash, and
ser train and the like need not extract it again; \`ser cache\` shows where. With --no-cache
nothing but the finished table is kept: the same command begins anew, and gives the same table.
Exit code 1: some file could not be read; the others are still extracted.`,
    )
    .action(async (paths: string[], options: FeaturesOptions) => {
      const { out } = options;
      if (out === undefined && (options.recipe || options.variants || options.round)) {
        throw wrongUsage('--recipe, --variants and --round need --out FILE');
      }
      if (out === undefined && options.workers !== undefined) {
        throw wrongUsage('--workers is for tables; add --out FILE');
      }
      const isShared = options.numShards !== undefined || options.shardIndex !== undefined;
      if (out === undefined && isShared) {
        throw wrongUsage('--num-shards and --shard-index are for tables; add --out DIR');
      }
      const labelling = await readLabelling(options);
      if (out === undefined && labelling) {
        throw wrongUsage('--labels and --label-map are for tables; add --out FILE');
      }
      const cache = out === undefined ? undefined : await openClipCache(options);
      await withProblems((problems) =>
        withInterrupt((signal) =>
          out === undefined
            ? printFeatures(paths, options, problems, signal)
            : writeTable(
                async () => (await openDataSet(dataSet, labelling, paths)).dataSet,
                paths,
                {
                  ...options,
                  ...tableSpec(options),
                  out,
                  shard: shardFrom(options),
                  cache,
                },
                problems,
                signal,
              ),
        ),
      );
    });
}
