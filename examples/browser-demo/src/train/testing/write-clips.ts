import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatFilename } from '@ser/ravdess';
import { encodeWav } from '../../recognition/sound/encode-wav.ts';
import { speak } from '../../recognition/sound/speak.ts';

const SAMPLE_RATE = 16_000;
/** Longer than what the summary of 162 features leaves out at the beginning. */
const SECONDS = 0.9;

/** A WAV file with a synthetic voice. */
export function voiceWav(pitch: number, seed: number): Uint8Array {
  const manner = { pitch, range: 0.2, rate: 5, loudness: 0.5, tilt: 0.8, seed };
  return encodeWav({ samples: speak(manner, SECONDS, SAMPLE_RATE), sampleRate: SAMPLE_RATE });
}

/** Writes files below a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, Uint8Array>>): void {
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

/** Numbers of clips: from 4 on they are sung. */
const TAKES = [0, 1, 2, 4];

/** Synthetic voices under RAVDESS' names: two actors, two emotions, four clips each. */
export function ravdessFiles(): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const actor of [1, 2]) {
    for (const [i, emotion] of (['happy', 'sad'] as const).entries()) {
      for (const take of TAKES) {
        const name = formatFilename({
          modality: 'audio-only',
          vocalChannel: take < 4 ? 'speech' : 'song',
          emotion,
          intensity: take % 4 < 2 ? 'normal' : 'strong',
          statement: 1,
          repetition: take % 2 === 0 ? 1 : 2,
          actor,
        });
        files[`Actor_0${actor}/${name}`] = voiceWav(
          110 * actor + 90 * i + 3 * take,
          take + 10 * i + 100 * actor,
        );
      }
    }
  }
  return files;
}
