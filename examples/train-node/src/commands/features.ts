import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { createExtractor, presets } from '@ser/features';
import { folderStore } from '@ser/model/node';
import { Command, Option } from 'commander';
import { CliError } from '../console/cli-error.ts';
import { Interrupted, withInterrupt } from '../console/interrupt.ts';
import { fraction, positiveSeconds, seconds } from '../console/options.ts';
import { Problems } from '../console/problems.ts';
import { say } from '../console/progress.ts';
import { writeJson } from '../console/write-json.ts';
import { extractClips, type TableCache, usableCache } from '../table/extract-clips.ts';
import type { FeatureTable } from '../table/feature-table.ts';
import { listClips } from '../table/load-table.ts';
import { writeNpz } from '../table/npz.ts';
import { readParquet, writeParquet } from '../table/parquet.ts';
import { roundColumns } from '../table/round-columns.ts';
import { type PrintOptions, printFeatures } from './print-features.ts';

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
    .argument('<file...>', 'WAV files; with --out folders of RAVDESS clips')
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
      if (options.out === undefined && (options.variants || options.round)) {
        throw new CliError('usage', '--variants and --round need --out FILE', { exitCode: 2 });
      }
      const problems = new Problems();
      await withInterrupt((signal) =>
        options.out === undefined
          ? printFeatures(paths, options, problems, signal)
          : writeTable(paths, options, options.out, problems, signal),
      );
      process.exitCode = problems.exitCode;
    });
}

async function writeTable(
  folders: string[],
  { preset, offset, duration, variants = false, round, json }: FeaturesOptions,
  out: string,
  problems: Problems,
  signal: AbortSignal,
): Promise<void> {
  const write = out.endsWith('.parquet')
    ? writeParquet
    : out.endsWith('.npz')
      ? writeNpz
      : undefined;
  if (!write) {
    throw new CliError('usage', `--out must end in .parquet or .npz, got ${out}`, { exitCode: 2 });
  }
  if (offset !== undefined || duration !== undefined) {
    throw new CliError(
      'usage',
      "--out extracts the preset's own excerpt; leave --offset and --duration out",
      { exitCode: 2 },
    );
  }
  if (createExtractor(presets[preset]).shape.length > 1) {
    throw new CliError(
      'usage',
      `--out needs a preset of one row a clip, such as summary162; ${preset} gives a row a frame`,
      { exitCode: 2 },
    );
  }
  const store = folderStore(dirname(out));
  const partial = `${basename(out)}.partial`;
  const cache: TableCache = {
    read: async () => {
      if (!existsSync(`${out}.partial`)) return undefined;
      const bytes = await store.read(partial);
      const { names } = createExtractor(presets[preset]);
      return usableCache(await readParquet(`${out}.partial`, bytes), { preset, variants }, names);
    },
    write: (table) => store.write(partial, writeParquet(table)),
  };
  const clips = await listClips(folders, problems);
  let table: FeatureTable;
  try {
    table = await extractClips(clips, cache, { preset, variants, problems, signal });
  } catch (error) {
    if (error instanceof Interrupted) {
      say(`Saved in ${out}.partial. Give the same command again to go on.`);
    }
    throw error;
  }
  if (round) table = { ...table, x: roundColumns(table.x, table.names.length, round) };
  await store.write(basename(out), write(table));
  await rm(`${out}.partial`, { force: true });
  const summary = {
    preset,
    rows: table.rows.length,
    features: table.names.length,
    out,
    problems: problems.list,
  };
  if (json) writeJson(summary);
  else process.stdout.write(`${out}: ${summary.rows} rows of ${summary.features} features\n`);
}
