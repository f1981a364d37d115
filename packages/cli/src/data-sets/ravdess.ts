import { readParquet } from '@ser/experiment';
import { presets } from '@ser/features';
import { EMOTIONS, type RavdessClipInfo, SPEAKERS } from '@ser/ravdess';
import { fromDirectory, fromZip } from '@ser/ravdess/node';
import { readSummary162 } from '@ser/ravdess-data/node';
import type { DataSet, EmbeddedTable } from './data-set.ts';
import { parseActors } from './parse-actors.ts';

/** The table of `@ser/ravdess-data`. */
const embedded: EmbeddedTable = {
  name: 'the embedded table of RAVDESS features',
  licence: 'CC BY-NC-SA 4.0',
  extractor: presets.summary162,
  read: async () => readParquet('ravdess-summary162.parquet', await readSummary162()),
};

/** RAVDESS: speech and song of 24 actors. Its literature compares on speech. */
export const ravdess: DataSet<RavdessClipInfo> & { readonly embedded: EmbeddedTable } = {
  name: 'RAVDESS',
  labels: EMOTIONS,
  speakers: SPEAKERS,
  speakersHelp:
    "RAVDESS' speakers are its actors: holdout tests 21 to 24, " +
    "speaker the literature's five folds,\nselection four folds of 1 to 20.",
  parseSpeakers: parseActors,
  conditions: ['speech', 'song'],
  literatureConditions: ['speech'],
  embedded,
  isPublishedTraining: ({ speaker, condition }) =>
    condition === 'speech' && !SPEAKERS.holdout.includes(speaker),
  fromDirectory,
  fromZip,
};
