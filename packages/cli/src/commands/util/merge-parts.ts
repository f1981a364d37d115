import { join } from 'node:path';
import type { Fingerprint, TwinClip } from '@ser/corpus';
import { ExperimentError, mergeTables, type TableFile } from '@ser/experiment';
import { CliError, wrongUsage } from '../../console/cli-error.ts';
import type { Problem, Problems } from '../../console/problems.ts';
import { writeJson } from '../../console/write-json.ts';
import { writeLines } from '../../console/write-lines.ts';
import { readClipFile } from '../../data/clip-file.ts';
import { findRecordings } from '../../data/recordings-of.ts';
import { arrayExpression } from '../../shards/array-expression.ts';
import { type FoundParts, findParts } from './find-parts.ts';
import { parseFingerprintText } from './fingerprint-text.ts';
import { openTableFile } from './table-part.ts';
import { openTableTarget } from './table-target.ts';

/** Options of {@link mergeParts}. */
export interface MergePartsOptions {
  /** The table to write. Default: `features.parquet` in the folder. */
  out?: string;
  /** Whether clips that may hold one recording are compared. */
  recordings: boolean;
  /** Whether the summary is JSON. Default false. */
  json?: boolean;
  problems: Problems;
  signal: AbortSignal;
}

/**
 * Makes one table of the shards in a folder.
 *
 * @throws CliError `missing-shards`, after they were printed as JSON where that is asked for;
 *   `unreadable-file` for clips that must be compared; what `findParts` throws
 * @throws ExperimentError for parts that do not belong together
 */
export async function mergeParts(dir: string, options: MergePartsOptions): Promise<void> {
  const { out = join(dir, 'features.parquet'), json = false, problems, signal } = options;
  const found = await findParts(dir);
  if (!found) {
    const what = 'part-00003-of-00032.parquet, or runs of `ser crossvalidate --num-shards`';
    throw new CliError('missing-shards', `${dir} holds no shards, such as ${what}`);
  }
  if (!/\.parquet$/i.test(out)) throw wrongUsage(`--out must end in .parquet, got ${out}`);
  checkWhole(dir, found, json);
  const parts: TableFile[] = [];
  for (const name of found.names) {
    signal.throwIfAborted();
    parts.push(await openTableFile(join(dir, name)));
  }
  const hint = 'Once this is mended, give the same command again.';
  const target = await openTableTarget(out, { hint });
  try {
    const recordings = options.recordings
      ? await recordingsIn(parts, problems, signal)
      : new Map<string, string>();
    const { rows } = await mergeTables(parts, target, { recordings }).catch(asMisfit);
    signal.throwIfAborted();
    await target.commit();
    const [{ names, shape }] = parts;
    const frames = shape.length > 1 ? { frames: shape[0] } : {};
    const summary = { out, shards: found.count, rows, features: names.length, ...frames };
    const of = shape.length > 1 ? `${shape[0]} frames of ` : '';
    if (json) writeJson({ ...summary, problems: problems.list });
    else {
      const from = `from ${found.count} shards`;
      writeLines([`${out}: ${rows} rows of ${of}${names.length} features, ${from}`]);
    }
  } finally {
    await target.discard();
  }
}

/** Parts that do not belong together, with what to do about it. */
function asMisfit(cause: unknown): never {
  if (!ExperimentError.isInstance(cause)) throw cause;
  throw new CliError('other-options', cause.message.replace(/^mergeTables: /, ''), {
    hint:
      'Remove the parts that were extracted with other options than the rest, and extract these ' +
      'shards again.',
    cause,
  });
}

/** Checks that no shard is missing. */
function checkWhole(dir: string, { count, missing }: FoundParts, json: boolean): void {
  if (missing.length === 0) return;
  const array = arrayExpression(missing);
  if (json) writeJson({ shards: count, missing, array });
  throw new CliError(
    'missing-shards',
    `${dir} lacks ${missing.length} of ${count} shards: --array=${array}`,
    { hint: `Extract these with --num-shards ${count}, then merge again.` },
  );
}

/** The recordings that several clips of all parts hold. */
async function recordingsIn(
  parts: readonly TableFile[],
  problems: Problems,
  signal: AbortSignal,
): Promise<Map<string, string>> {
  const clips: TwinClip[] = [];
  const fingerprints = new Map<string, Fingerprint | undefined>();
  for (const part of parts) {
    if (!part.fingerprints) {
      const message = `${part.file} holds no fingerprints of its sounds, and clips are not compared`;
      throw new CliError('other-data', message, { hint: WITHOUT });
    }
    for (const [id, { file, fingerprint }] of part.fingerprints) {
      clips.push({ id, file, bytes: () => readClipFile(file) });
      fingerprints.set(id, parseFingerprintText(fingerprint));
    }
  }
  clips.sort((a, b) => (a.id < b.id ? -1 : 1));
  const consequence = 'the table says so, and splits keep them on one side';
  return findRecordings(clips, fingerprints, { problems, consequence, onUnread: refuse, signal });
}

const WITHOUT =
  'Merge where the shards were extracted, or give --no-recordings: the table then does not say ' +
  'which clips hold one recording.';

function refuse({ message }: Problem): never {
  throw new CliError(
    'unreadable-file',
    `clips whose sounds come close must be compared, and one cannot be read: ${message}`,
    { hint: WITHOUT },
  );
}
