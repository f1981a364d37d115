import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ExtractRowsOptions } from '@ser/experiment';
import { createExtractor } from '@ser/features';
import type { ClipCache } from '../../cache/clip-cache.ts';
import { wrongUsage } from '../../console/cli-error.ts';
import { Interrupted } from '../../console/interrupt.ts';
import type { Problems } from '../../console/problems.ts';
import { print } from '../../console/progress.ts';
import { terminalReporter } from '../../console/terminal-reporter.ts';
import { writeJson } from '../../console/write-json.ts';
import { writeLines } from '../../console/write-lines.ts';
import { extractClipsOn } from '../../data/extract-clips.ts';
import type { FingerprintsOptions } from '../../data/fingerprints-of.ts';
import { recordingsOf } from '../../data/recordings-of.ts';
import type { DataSet } from '../../data-sets/data-set.ts';
import { partName } from '../../shards/part-name.ts';
import type { Shard } from '../../shards/shard-options.ts';
import { checkShardCount } from './find-parts.ts';
import { listTableClips } from './list-table-clips.ts';
import { partFingerprints } from './part-fingerprints.ts';
import { finishedPart } from './table-part.ts';
import { checkWhole, streamTable, type TableParts, writeWhole } from './table-rows.ts';
import type { TableSpec } from './table-spec.ts';
import { openTableTarget } from './table-target.ts';

/** What of `ser features`' options a table takes. */
export interface WriteTableOptions extends TableSpec {
  /** The preset's name, for the summary. */
  preset: string;
  /** Name or file of the recipe that took the preset's place. Default: none. */
  recipe?: string;
  /** Share of its deviation to which each feature is rounded. Default: none. */
  round?: number;
  /** A file that ends in .parquet or .npz; for a shard, a folder. */
  out: string;
  /** Threads that extract. Default: the processors that this process may use. */
  workers?: number | undefined;
  /** Which of the clips are written. Default: all. */
  shard?: Shard | undefined;
  /** Keeps what is extracted for the next run. Default: none. */
  cache?: ClipCache | undefined;
  /** Whether the summary is JSON. Default false. */
  json?: boolean;
}

/** What sets a table apart. */
interface Written {
  file: string;
  rows: number;
  /** Whether it was there before. */
  wasThere: boolean;
}

/**
 * Extracts folders and zips of clips into one file, or a shard of them into one of a folder's.
 *
 * @param open what the clips are; called once it is known that the table can be written
 * @throws CliError `wrong-usage` for a file of another kind; `unwritable-path` for a place that
 *   cannot be written, and for a link, through which the table would land elsewhere;
 *   `other-options` for a shard that is there and holds something else
 */
export async function writeTable(
  open: () => Promise<DataSet>,
  paths: string[],
  options: WriteTableOptions,
  problems: Problems,
  signal: AbortSignal,
): Promise<void> {
  const { preset, recipe, extractor, json, shard } = options;
  checkOut(options);
  const { file, rows, wasThere } = await write(open, paths, options, problems, signal);
  const { names, shape } = createExtractor(extractor);
  const summary = {
    ...(recipe === undefined ? { preset } : { recipe }),
    ...(shard && { shard }),
    rows,
    features: names.length,
    ...(shape.length > 1 && { frames: shape[0] }),
    out: file,
    ...(shard && { wasThere }),
    problems: problems.list,
  };
  const frames = shape.length > 1 ? `${shape[0]} frames of ` : '';
  const again = wasThere ? ', there already; remove it to extract it again' : '';
  if (json) writeJson(summary);
  else writeLines([`${file}: ${rows} rows of ${frames}${names.length} features${again}`]);
}

async function write(
  open: () => Promise<DataSet>,
  paths: string[],
  { extractor, variants, round, out, workers, shard, cache }: WriteTableOptions,
  problems: Problems,
  signal: AbortSignal,
): Promise<Written> {
  const file = shard ? join(out, partName(shard)) : out;
  let listed: ReturnType<typeof listTableClips> | undefined;
  const list = (): ReturnType<typeof listTableClips> => {
    listed ??= listTableClips(open, paths, shard, problems);
    return listed;
  };
  if (shard) await checkShardCount(out, shard);
  if (shard && existsSync(file)) {
    const part = await finishedPart(file, { extractor, variants, ...(await list()) });
    if (part) return { file, rows: part.rows.length, wasThere: true };
  }
  const goOn = cache ? '; what was extracted is in the cache' : '';
  const hint = `Once this is mended, give the same command again${goOn}.`;
  const target = await openTableTarget(file, { hint });
  const { report: reporter, stop } = terminalReporter();
  try {
    const { clips, labels } = await list();
    const extract: ExtractRowsOptions = {
      extractor,
      variants,
      extract: extractClipsOn(workers),
      onProblem: problems.addError,
      ...(cache && { features: cache.features, version: cache.version }),
      reporter,
      signal,
    };
    const parts: TableParts = { clips, labels, extract };
    const isNpz = isNpzFile(file);
    const isWhole = isNpz || round !== undefined;
    if (isWhole) checkWhole(isNpz ? file : '--round', clips.length, extract);
    const sounds: FingerprintsOptions = {
      problems,
      cache: cache?.fingerprints,
      workers,
      signal,
    };
    let rows: number;
    if (shard) {
      // Who merges the shards finds recordings by them, which may stand in several.
      const fingerprints = await partFingerprints(clips, sounds);
      rows = await streamTable(target, parts, { fingerprints });
    } else {
      const consequence = 'the table says so, and splits keep them on one side';
      extract.recordings = await recordingsOf(clips, { ...sounds, consequence });
      rows = await (isWhole
        ? writeWhole(target, parts, { isNpz, round })
        : streamTable(target, parts));
    }
    await target.commit();
    return { file, rows, wasThere: false };
  } catch (error) {
    stop();
    if (Interrupted.isInstance(error)) {
      print(
        cache
          ? 'What was extracted is in the cache. Give the same command again to go on.'
          : 'Without the cache nothing is kept.',
      );
    }
    throw error;
  } finally {
    stop();
    await target.discard();
  }
}

function isNpzFile(file: string): boolean {
  return /\.npz$/i.test(file);
}

/** Checks that a table can be written so. */
function checkOut({ out, round, shard }: WriteTableOptions): void {
  const isFile = isNpzFile(out) || /\.parquet$/i.test(out);
  if (!shard && !isFile) throw wrongUsage(`--out must end in .parquet or .npz, got ${out}`);
  if (shard && isFile) {
    throw wrongUsage(
      `--out must be a folder for ${partName(shard)} and the other shards, got ${out}; ` +
        '--num-shards 1 writes one table',
    );
  }
  if (shard && round !== undefined) {
    throw wrongUsage(
      '--round needs the deviations of all clips, which no shard knows; leave it out',
    );
  }
}
