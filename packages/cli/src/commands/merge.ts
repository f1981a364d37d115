import { Command } from 'commander';
import { wrongUsage } from '../console/cli-error.ts';
import { withInterrupt } from '../console/interrupt.ts';
import { withProblems } from '../console/problems.ts';
import { holdsRuns } from '../runs/merge-runs.ts';
import { mergeParts } from './util/merge-parts.ts';
import { mergeSharedRuns } from './util/merge-shared-runs.ts';

interface MergeOptions {
  /** The table to write. Default: `features.parquet` in the folder. */
  out?: string;
  /** Whether clips that may hold one recording are compared. Default true. */
  recordings: boolean;
  /** Whether the summary is JSON. Default false. */
  json?: boolean;
}

/** `ser merge`: what shards have made, as if one process had. */
export function mergeCommand(): Command {
  return new Command('merge')
    .summary('make one table of shards, or one report')
    .description(
      'Makes one table of the parts that `ser features --num-shards` has written into a folder, or ' +
        'one report of the runs of `ser crossvalidate --num-shards`: byte for byte what one process ' +
        'would have written.',
    )
    .argument('<dir>', 'the folder of the shards')
    .option('--out <file>', 'the table to write (default: DIR/features.parquet)')
    .option(
      '--no-recordings',
      'compare no sounds: the table does not say which clips hold one recording',
    )
    .option('--json', 'print one JSON value instead of text')
    .addHelpText(
      'after',
      `
Examples:
  ser merge parts/
  ser merge parts/ --out ravdess.parquet
  ser merge shared/cv

Shards that are missing are printed as job arrays take them, such as --array=3,7-9, and nothing is
written. With --json they are {"shards": 32, "missing": [3, 7, 8, 9], "array": "3,7-9"}.

Copies of one recording under two names may stand in two shards. The parts hold fingerprints of all
sounds; only clips whose fingerprints come close are read, from where the shards read them. On a
machine that cannot reach them --no-recordings makes a table all the same; then copies may stand on
both sides of a split.
Exit code 1: shards are missing, or do not belong together.`,
    )
    .action((dir: string, options: MergeOptions) =>
      withProblems((problems) =>
        withInterrupt((signal) => {
          if (!holdsRuns(dir)) return mergeParts(dir, { ...options, problems, signal });
          if (options.out !== undefined || !options.recordings) {
            throw wrongUsage(
              `--out and --no-recordings are for tables; ${dir} holds runs, and their report goes ` +
                'there',
            );
          }
          return mergeSharedRuns(dir, options.json ?? false);
        }),
      ),
    );
}
