import { formatFilename, type RavdessInfo } from './filename.ts';
import { RavdessError } from './ravdess-error.ts';
import { ACTORS, EMOTIONS, INTENSITIES } from './vocabulary.ts';

/** The one actor of whom there is no song. */
const ABSENT_FROM_SONG = 18;
/** The first six: there is no song in disgust or surprise. */
const SUNG_EMOTIONS = EMOTIONS.slice(0, 6);

/**
 * The ids of every audio clip that RAVDESS has in a channel: 1,440 of speech, 1,012 of song
 * (no actor 18, no disgust, no surprise). Neutral has no strong intensity.
 *
 * @throws {RavdessError} `bad-argument` for another channel.
 */
export function expectedClips(channel: RavdessInfo['vocalChannel']): string[] {
  if (channel !== 'speech' && channel !== 'song') {
    const got = JSON.stringify(channel);
    const message = `expectedClips: \`channel\` must be speech or song, got ${got}`;
    throw new RavdessError('bad-argument', message);
  }
  const emotions = channel === 'speech' ? EMOTIONS : SUNG_EMOTIONS;
  const ids: string[] = [];
  for (let actor = 1; actor <= ACTORS; actor++) {
    if (channel === 'song' && actor === ABSENT_FROM_SONG) continue;
    for (const emotion of emotions) {
      const intensities = emotion === 'neutral' ? INTENSITIES.slice(0, 1) : INTENSITIES;
      for (const intensity of intensities) {
        for (const statement of [1, 2] as const) {
          for (const repetition of [1, 2] as const) {
            const file = formatFilename({
              modality: 'audio-only',
              vocalChannel: channel,
              emotion,
              intensity,
              statement,
              repetition,
              actor,
            });
            ids.push(file.slice(0, -'.wav'.length));
          }
        }
      }
    }
  }
  return ids;
}
