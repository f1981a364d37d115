import { stat } from 'node:fs/promises';
import type { Clip } from '@ser/corpus';
import { ExperimentError, openTable, type TableFile, type TableSource } from '@ser/experiment';
import { CliError } from '../../console/cli-error.ts';
import { errorCode } from '../../console/error-code.ts';
import { print } from '../../console/progress.ts';
import { openPlainFile } from '../../data/read-plain-file.ts';
import { isSameJson } from '../../data/same-json.ts';
import type { TableSpec } from './table-spec.ts';

/**
 * The table of a file, whose numbers stay there. The file is open only while it is read, so that
 * there may be any number of them.
 *
 * @throws CliError `not-a-file`; ExperimentError `bad-table`; the system's errors
 */
export async function openTableFile(file: string): Promise<TableFile> {
  const { size } = await stat(file);
  const read: TableSource['read'] = async (start, end) => {
    const { handle } = await openPlainFile(file);
    try {
      const bytes = new Uint8Array(end - start);
      for (let at = 0; at < bytes.length; ) {
        const { bytesRead } = await handle.read(bytes, at, bytes.length - at, start + at);
        if (bytesRead === 0) throw new Error(`${file} was cut short meanwhile`);
        at += bytesRead;
      }
      return bytes;
    } finally {
      await handle.close();
    }
  };
  return openTable({ name: file, size, read });
}

/** What a shard must hold. */
export interface PartContents extends TableSpec {
  labels: readonly string[];
  clips: readonly Clip[];
}

/**
 * The shard that is there already; undefined where it must be extracted. One that a machine has
 * damaged when it went down counts as none, and so does one that lacks clips: they are new, or could
 * not be read.
 *
 * @throws CliError `other-options` for one of other features, variants, labels or clips
 */
export async function finishedPart(
  file: string,
  { extractor, variants, labels, clips }: PartContents,
): Promise<TableFile | undefined> {
  const part = await openTableFile(file).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return undefined;
    if (!ExperimentError.isInstance(error)) throw error;
    print(`${file} is damaged, and is extracted again: ${error.message}`);
    return undefined;
  });
  if (!part) return undefined;
  const wanted = [extractor, variants, labels];
  const isSame = isSameJson([part.extractor, part.variants, part.labels], wanted);
  if (!isSame || !areRowsOf(part, clips)) {
    throw new CliError(
      'other-options',
      `${file} was extracted with other options or from other clips; ` +
        'choose another --out, or remove it',
    );
  }
  const held = new Set(part.rows.map(({ clip }) => clip));
  const missing = clips.filter(({ id }) => !held.has(id));
  if (missing.length === 0) return part;
  print(
    `${file} lacks ${missing.length} of ${clips.length} clips, such as ${missing[0].file}, and is ` +
      'extracted again.',
  );
  return undefined;
}

/** Whether all rows are of these clips, as they are labelled now. */
function areRowsOf({ rows }: Pick<TableFile, 'rows'>, clips: readonly Clip[]): boolean {
  const infos = new Map(clips.map(({ id, info }) => [id, info]));
  return rows.every(({ clip, label, speaker, condition = '' }) => {
    const info = infos.get(clip);
    return (
      info?.label === label && info.speaker === speaker && (info.condition ?? '') === condition
    );
  });
}
