import { channelsSound } from './channels-sound.ts';
import type { Sound, SoundInput } from './sound.ts';
import { streamedSound } from './streamed-sound.ts';
import { wavSound } from './wav-sound.ts';

/**
 * Opens a sound.
 *
 * @throws {CorpusError} For a WAV file that cannot be read.
 * @throws {Error} For another file that this browser cannot decode.
 */
export function openSound(input: SoundInput): Promise<Sound> | Sound {
  if (input.kind === 'wav') return wavSound(input.file);
  if (input.kind === 'streamed') return streamedSound(input.file);
  return channelsSound(input.channels, input.sampleRate);
}
