import { type DirectoryHandle, fromDirectoryHandle as fromCorpusHandle } from '@ser/corpus';
import type { RavdessClip } from './ravdess-clip.ts';
import type { SourceOptions } from './source-options.ts';
import { withRavdess } from './util/with-ravdess.ts';

/**
 * The clips of RAVDESS below a browser's directory handle, in any layout, in the order of their
 * ids: `fromDirectoryHandle` of `@ser/corpus` with RAVDESS' `describe`.
 *
 * @throws {CorpusError} while iterating: `unreadable-directory` for `handle` itself, and `no-clips`
 *   when there are none below it.
 *
 * @example
 * const clips = fromDirectoryHandle(await showDirectoryPicker());
 */
export async function* fromDirectoryHandle(
  handle: DirectoryHandle,
  options: SourceOptions = {},
): AsyncGenerator<RavdessClip, void, undefined> {
  yield* fromCorpusHandle(handle, withRavdess('fromDirectoryHandle', options));
}
