import { randomBytes } from 'node:crypto';
import { type FileHandle, lstat, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { TableSink } from '@ser/experiment';
import { whileHeld } from '@ser/internal';
import { CliError } from '../../console/cli-error.ts';
import { isExpectedError } from '../../console/is-expected-error.ts';
import { kindOfFile } from '../../data/kind-of-file.ts';
import { makeFolder } from '../../data/make-folder.ts';
import { removeTableLeftovers, temporaryTable } from './table-leftovers.ts';

/** A table that is being written; nothing of it is seen before `commit`. */
export interface TableTarget extends TableSink {
  /** Puts what was written into its place, which is whole at any time. */
  commit(): Promise<void>;
  /** Removes what was written. */
  discard(): Promise<void>;
}

/** Options of {@link openTableTarget}. */
export interface TableTargetOptions {
  /** What to do once it can be written, for people. */
  hint: string;
}

/**
 * Begins a table, under another name beside its own: of two processes that write one table each has
 * a file of its own, and that of the last takes the place. A place that cannot be written fails
 * here, before any work is done.
 *
 * @throws CliError `unwritable-path`, also from its functions
 */
export async function openTableTarget(
  out: string,
  { hint }: TableTargetOptions,
): Promise<TableTarget> {
  const orRefuse = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      if (!isExpectedError(cause) || CliError.isInstance(cause)) throw cause;
      const message = `--out ${out} cannot be written: ${cause.message}`;
      throw new CliError('unwritable-path', message, { hint, cause });
    }
  };
  await checkPlace(out);
  const temporary = temporaryTable(out, randomBytes(8).toString('hex'));
  const handle: FileHandle = await orRefuse(async () => {
    await makeFolder(dirname(out));
    await removeTableLeftovers(out);
    return open(temporary, 'wx');
  });
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await handle.close();
    isOpen = false;
  };
  return {
    write: (bytes) => orRefuse(() => handle.writeFile(bytes)),
    commit: () =>
      orRefuse(async () => {
        // Its name is the record that it is whole, also where the machine stops now.
        await handle.sync();
        await close();
        await checkPlace(out);
        await whileHeld(() => rename(temporary, out), process);
      }),
    async discard() {
      await close().catch(() => {});
      await rm(temporary, { force: true }).catch(() => {});
    },
  };
}

/** Checks that the table can take the place of what is there. */
async function checkPlace(out: string): Promise<void> {
  const stats = await lstat(out).catch(() => undefined);
  if (!stats || stats.isFile()) return;
  const expected = `--out ${out} must be a plain file, or not be there yet`;
  throw new CliError('unwritable-path', `${expected}; it is ${kindOfFile(stats)}`);
}
