import { presets } from '@ser/features';
import { Command, Option } from 'commander';
import { wrongUsage } from '../console/cli-error.ts';
import { withInterrupt } from '../console/interrupt.ts';
import { fraction, positiveSeconds, seconds } from '../console/options.ts';
import { Problems } from '../console/problems.ts';
import { type PrintOptions, printFeatures } from './util/print-features.ts';
import { writeTable } from './util/write-table.ts';

interface FeaturesOptions extends PrintOptions {
  out?: string;
  variants?: boolean;
  round?: number;
}

/** `ser features`: numbers out of WAV files. */
export function featuresCommand(): Command {
  return new Command('features')
    .summary('extract features from WAV files or folders')
    .description(
      'Extracts features, equal to librosa’s, from WAV files; with --out from whole folders of RAVDESS clips.',
    )
    .argument('<file...>', 'WAV files; with --out folders or zips of RAVDESS clips')
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
    .option('--out <file>', 'write a table instead: X.parquet (pandas, ser train) or X.npz (numpy)')
    .option('--variants', 'with --out: also each clip with noise, and stretched and pitched')
    .option(
      '--round <fraction>',
      'with --out: round each feature to this share of its deviation, for a smaller file',
      fraction,
    )
    .option('--json', 'print one JSON value instead of text')
    .addHelpText(
      'after',
      `
Examples:
  ser features voice.wav
  ser features a.wav b.wav --offset 0 --duration 3 --json
  ser features ravdess/ --variants --out table.parquet

Ctrl-C keeps the clips extracted so far in TABLE.partial; the same command goes on from there.
Exit code 1: some file could not be read; the others are still extracted.`,
    )
    .action(async (paths: string[], options: FeaturesOptions) => {
      const { out } = options;
      if (out === undefined && (options.variants || options.round)) {
        throw wrongUsage('--variants and --round need --out FILE');
      }
      const problems = new Problems();
      await withInterrupt((signal) =>
        out === undefined
          ? printFeatures(paths, options, problems, signal)
          : writeTable(paths, { ...options, out }, problems, signal),
      );
      process.exitCode = problems.exitCode;
    });
}
