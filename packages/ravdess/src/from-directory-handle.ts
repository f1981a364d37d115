import type { Clip } from './clip.ts';
import {
  collectClips,
  createReport,
  type FoundFile,
  isCandidate,
  type SourceOptions,
} from './collect-clips.ts';
import { toFound } from './from-files.ts';
import { RavdessError } from './ravdess-error.ts';

/**
 * What is needed of a browser's `FileSystemDirectoryHandle`: `showDirectoryPicker()`, a dropped
 * item's `getAsFileSystemHandle()` and `navigator.storage.getDirectory()` give one.
 */
export interface DirectoryHandle {
  readonly kind: 'directory';
  readonly name: string;
  values(): AsyncIterable<DirectoryHandle | FileHandle>;
}

/** What is needed of a browser's `FileSystemFileHandle`. */
export interface FileHandle {
  readonly kind: 'file';
  readonly name: string;
  getFile(): Promise<File>;
}

/**
 * The clips below a directory handle, in any layout, in the order of their ids. Skips and reports
 * what `fromFiles` does; a folder below that cannot be listed is a problem too
 * (`unreadable-folder`).
 *
 * @throws {RavdessError} while iterating: `unreadable-folder` for `handle` itself, and `no-clips`
 *   when there are none below it.
 *
 * @example
 * const clips = fromDirectoryHandle(await showDirectoryPicker());
 */
export async function* fromDirectoryHandle(
  handle: DirectoryHandle,
  options: SourceOptions = {},
): AsyncGenerator<Clip, void, undefined> {
  const report = createReport(options);
  const found: FoundFile[] = [];
  await walk(handle, handle.name, (problem) => {
    throw problem;
  });
  const source = handle.name || '`handle`';
  yield* collectClips(found, { caller: 'fromDirectoryHandle', source, report });

  async function walk(
    directory: DirectoryHandle,
    path: string,
    fail: (problem: RavdessError) => void,
  ): Promise<void> {
    const entries: (DirectoryHandle | FileHandle)[] = [];
    try {
      for await (const entry of directory.values()) entries.push(entry);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      const message = `fromDirectoryHandle: ${path} must be readable, got: ${reason}`;
      fail(new RavdessError('unreadable-folder', message, { file: path, cause }));
      return;
    }
    for (const entry of entries) {
      const below = `${path}/${entry.name}`;
      if (entry.kind === 'directory') {
        if (isCandidate(`${entry.name}/x.wav`)) await walk(entry, below, report);
      } else if (isCandidate(entry.name)) {
        found.push(toFound('fromDirectoryHandle', below, () => entry.getFile()));
      }
    }
  }
}
