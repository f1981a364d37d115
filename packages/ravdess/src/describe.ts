import { parseFilename } from './filename.ts';
import type { RavdessClipInfo } from './ravdess-clip.ts';
import { speakerOf } from './speakers.ts';
import { basename } from './util/basename.ts';

/**
 * Reads what a path says about its clip: RAVDESS' `describe` for the sources of `@ser/corpus`.
 *
 * @param path A bare name or a path, as `parseFilename` takes it.
 * @throws {RavdessError} `bad-filename` when the file is not named as RAVDESS' are.
 *
 * @example
 * const { id, label, speaker, condition } = describe('Actor_12/03-01-06-01-02-01-12.wav');
 * // '03-01-06-01-02-01-12', 'fearful', '12', 'speech'
 */
export function describe(path: string): RavdessClipInfo {
  const info = parseFilename(path);
  return {
    id: basename(path).slice(0, -'.wav'.length),
    label: info.emotion,
    speaker: speakerOf(info.actor),
    condition: info.vocalChannel,
    ...info,
  };
}
