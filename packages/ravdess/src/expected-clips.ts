import { EMOTIONS } from './emotions.ts';
import { formatFilename, type RavdessInfo } from './filename.ts';
import { RavdessError } from './ravdess-error.ts';

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
  const emotions = channel === 'speech' ? EMOTIONS : EMOTIONS.slice(0, 6);
  const ids: string[] = [];
  for (let actor = 1; actor <= 24; actor++) {
    if (channel === 'song' && actor === 18) continue;
    for (const emotion of emotions) {
      const intensities = emotion === 'neutral' ? (['normal'] as const) : INTENSITIES;
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

const INTENSITIES = ['normal', 'strong'] as const;
