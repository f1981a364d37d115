import { fromZip as fromCorpusZip } from '@ser/corpus/node';
import type { RavdessClip } from '../ravdess-clip.ts';
import type { SourceOptions } from '../source-options.ts';
import { withRavdess } from '../util/with-ravdess.ts';

/**
 * The clips of RAVDESS in a zip, or in several, in the order of their ids: Zenodo's archives as
 * they were downloaded. It is `fromZip` of `@ser/corpus/node` with RAVDESS' `describe`. A `.wav`
 * whose name is not RAVDESS' is a problem (`bad-filename`).
 *
 * @throws {CorpusError} while iterating: `no-such-path`, `unreadable-file`, `bad-zip`,
 *   `unsafe-zip`, `encrypted-zip`, `no-clips` and `bad-argument`.
 */
export async function* fromZip(
  path: string | readonly string[],
  options: SourceOptions = {},
): AsyncGenerator<RavdessClip, void, undefined> {
  yield* fromCorpusZip(path, withRavdess('fromZip', options));
}
