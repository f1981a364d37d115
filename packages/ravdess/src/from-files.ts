import { fromFiles as fromCorpusFiles } from '@ser/corpus';
import type { RavdessClip } from './ravdess-clip.ts';
import type { SourceOptions } from './source-options.ts';
import { withRavdess } from './util/with-ravdess.ts';

/**
 * The clips of RAVDESS among `File`s, in the order of their ids: `fromFiles` of `@ser/corpus` with
 * RAVDESS' `describe`. A `.wav` whose name is not RAVDESS' is a problem (`bad-filename`).
 *
 * @throws {CorpusError} while iterating: `no-clips` when there are none.
 *
 * @example
 * input.addEventListener('change', async () => {
 *   for await (const clip of fromFiles(input.files ?? [])) console.log(clip.id);
 * });
 */
export async function* fromFiles(
  files: Iterable<File>,
  options: SourceOptions = {},
): AsyncGenerator<RavdessClip, void, undefined> {
  yield* fromCorpusFiles(files, withRavdess('fromFiles', options));
}
