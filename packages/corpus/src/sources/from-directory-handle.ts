import type { Clip } from '../clip.ts';
import { CorpusError } from '../corpus-error.ts';
import { unreadableError } from '../util/unreadable-error.ts';
import { type SourceOptions, WAV_ENDINGS } from './source-options.ts';
import { checkSourceOptions } from './util/check-source-options.ts';
import { collectClips, type FoundFile } from './util/collect-clips.ts';
import { foundFile } from './util/found-file.ts';
import { isCandidate, isHidden } from './util/is-candidate.ts';
import { createProblemHandler, type ProblemHandler } from './util/problem-handler.ts';

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
 * what `fromFiles` does. A folder below it that cannot be listed is a problem too
 * (`unreadable-directory`).
 *
 * @throws {CorpusError} while iterating: `unreadable-directory` for `handle` itself, `no-clips`
 *   when there are none below it, and `bad-argument`.
 *
 * @example
 * const handle = await showDirectoryPicker();
 * const clips = fromDirectoryHandle(handle, { describe: labelsFromFolders() });
 */
export async function* fromDirectoryHandle<Info>(
  handle: DirectoryHandle,
  options: SourceOptions<Info>,
): AsyncGenerator<Clip<Info>, void, undefined> {
  if (typeof Object(handle).values !== 'function') {
    const message = `fromDirectoryHandle: \`handle\` must be a directory's handle, got ${handle}`;
    throw new CorpusError('bad-argument', message);
  }
  checkSourceOptions('fromDirectoryHandle', options);
  const report = createProblemHandler(options);
  const found: FoundFile[] = [];
  await walk(handle, '', (problem) => {
    throw problem;
  });
  const source = handle.name || '`handle`';
  yield* collectClips(found, { ...options, caller: 'fromDirectoryHandle', source });

  async function walk(
    directory: DirectoryHandle,
    parent: string,
    fail: ProblemHandler,
  ): Promise<void> {
    const entries: (DirectoryHandle | FileHandle)[] = [];
    try {
      for await (const entry of directory.values()) entries.push(entry);
    } catch (cause) {
      const folder = `${handle.name}/${parent}`.slice(0, -1);
      fail(unreadableError('fromDirectoryHandle', 'unreadable-directory', folder, cause));
      return;
    }
    for (const entry of entries) {
      const path = `${parent}${entry.name}`;
      if (entry.kind === 'directory') {
        if (!isHidden(entry.name)) await walk(entry, `${path}/`, report);
      } else if (isCandidate(entry.name, options.endings ?? WAV_ENDINGS)) {
        const file = `${handle.name}/${path}`;
        found.push(foundFile('fromDirectoryHandle', { file, path, open: () => entry.getFile() }));
      }
    }
  }
}
