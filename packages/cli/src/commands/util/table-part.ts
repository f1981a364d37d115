import { stat } from 'node:fs/promises';
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

/**
 * The shard that is there already; undefined where it must be extracted. One that a machine has
 * damaged when it went down counts as none.
 *
 * @throws CliError `other-options` for one of other features, variants or labels
 */
export async function finishedPart(
  file: string,
  { extractor, variants, labels }: TableSpec & { labels: readonly string[] },
): Promise<TableFile | undefined> {
  const part = await openTableFile(file).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return undefined;
    if (!ExperimentError.isInstance(error)) throw error;
    print(`${file} is damaged, and is extracted again: ${error.message}`);
    return undefined;
  });
  if (!part) return undefined;
  const wanted = [extractor, variants, labels];
  if (isSameJson([part.extractor, part.variants, part.labels], wanted)) return part;
  throw new CliError(
    'other-options',
    `${file} was extracted with other options or from other clips; ` +
      'choose another --out, or remove it',
  );
}
