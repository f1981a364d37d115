import { fromDirectory as fromCorpusDirectory } from '@ser/corpus/node';
import type { RavdessClip } from '../ravdess-clip.ts';
import type { SourceOptions } from '../source-options.ts';
import { withRavdess } from '../util/with-ravdess.ts';

/**
 * The clips of RAVDESS below a folder, or below several, in the order of their ids: `fromDirectory`
 * of `@ser/corpus/node` with RAVDESS' `describe`.
 *
 * Any layout will do: `Actor_NN/` at the root, under the two archive names, merged, or flat. A
 * `.wav` whose name is not RAVDESS' is a problem (`bad-filename`).
 *
 * @throws {CorpusError} while iterating: `no-such-path`, `not-a-directory`, `unreadable-directory`
 *   for `path` itself, `no-clips` when there are none below it, and `bad-argument`.
 */
export async function* fromDirectory(
  path: string | readonly string[],
  options: SourceOptions = {},
): AsyncGenerator<RavdessClip, void, undefined> {
  yield* fromCorpusDirectory(path, withRavdess('fromDirectory', options));
}
