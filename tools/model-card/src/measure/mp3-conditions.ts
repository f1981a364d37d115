import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeWav } from '@ser/corpus';
import { CardError } from '../util/card-error.ts';
import type { HoldoutClip } from './holdout-clips.ts';

/** The rates in kbit/s for which `--mp3 DIR` has folders. */
const RATES = [64, 128] as const;

/** Clips that were MP3 files once. */
export interface Mp3Condition {
  readonly name: string;
  readonly title: string;
  readonly clips: readonly HoldoutClip[];
}

/** The clips as `DIR/64/` and `DIR/128/` have them, in WAV files of the same names. */
export function mp3Conditions(folder: string, clips: readonly HoldoutClip[]): Mp3Condition[] {
  return RATES.map((rate) => ({
    name: `mp3-${rate}`,
    title: `through MP3 of ${rate} kbit/s`,
    clips: clips.map((clip) => ({
      ...clip,
      async audio() {
        const file = join(folder, String(rate), `${clip.clip}.wav`);
        const bytes = await readFile(file).catch((cause: Error) => {
          const text = `--mp3 ${folder}: ${cause.message}; \`model-card measure --help\` makes it`;
          throw new CardError('no-such-path', text, { cause });
        });
        return decodeWav(bytes);
      },
    })),
  }));
}
