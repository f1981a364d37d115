import type { Audio } from '@ser/corpus';
import { decodeWav } from '@ser/corpus';
import { SPEAKERS } from '@ser/ravdess';
import { fromDirectory } from '@ser/ravdess/node';
import { CardError } from '../util/card-error.ts';

/** RAVDESS has so many of speech of the four actors. */
const CLIPS = 240;

/** A clip that no choice has met. */
export interface HoldoutClip {
  /** The file's name without its extension. */
  readonly clip: string;
  readonly speaker: string;
  readonly truth: string;
  audio(): Promise<Audio>;
}

/**
 * The speech of the actors 21 to 24 below a folder.
 *
 * @throws CardError `bad-file` where some are missing or some are there twice; CorpusError
 */
export async function holdoutClips(folder: string): Promise<HoldoutClip[]> {
  const clips = new Map<string, HoldoutClip>();
  for await (const { id, info, bytes } of fromDirectory(folder)) {
    const { speaker, label: truth, condition } = info;
    if (condition !== 'speech' || !SPEAKERS.holdout.includes(speaker)) continue;
    clips.set(id, { clip: id, speaker, truth, audio: async () => decodeWav(await bytes()) });
  }
  if (clips.size === CLIPS) return [...clips.values()];
  throw new CardError(
    'bad-file',
    `--data ${folder}: there must be ${CLIPS} clips of speech of the actors 21 to 24, ` +
      `got ${clips.size}; \`ser download\` has them`,
  );
}
