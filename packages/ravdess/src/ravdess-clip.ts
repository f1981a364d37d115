import type { Clip, Labels } from '@ser/corpus';
import type { RavdessInfo } from './filename.ts';
import type { Emotion } from './vocabulary.ts';

/** The fields of a clip's file name, and the labels made of them. */
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

/** One recording of RAVDESS. */
export type RavdessClip = Clip<RavdessClipInfo>;
