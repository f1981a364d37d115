import { EMOTIONS, type RavdessClipInfo, SPEAKERS } from '@ser/ravdess';
import { fromDirectory, fromZip } from '@ser/ravdess/node';
import type { DataSet } from './data-set.ts';

/** RAVDESS: speech and song of 24 actors. Its literature compares on speech. */
export const ravdess: DataSet<RavdessClipInfo> = {
  labels: EMOTIONS,
  speakers: SPEAKERS,
  conditions: ['speech', 'song'],
  literatureConditions: ['speech'],
  fromDirectory,
  fromZip,
};
