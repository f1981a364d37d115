import type { Labels } from '@ser/corpus';
import { parseFilename, type RavdessInfo } from './filename.ts';
import { speakerOf } from './speakers.ts';
import { basename } from './util/basename.ts';
import type { Emotion } from './vocabulary.ts';

/** What is known of a clip of RAVDESS: its file name's fields, and the labels made of them. */
export interface RavdessClipInfo extends RavdessInfo, Labels {
  /** The file name without its extension: the same on every machine. */
  id: string;
  /** The emotion. */
  label: Emotion;
  /** The actor in two digits, '01' to '24'. */
  speaker: string;
  /** The vocal channel. */
  condition: RavdessInfo['vocalChannel'];
}

/**
 * What a path says about its clip: the `describe` of RAVDESS for the sources of `@ser/corpus`.
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
