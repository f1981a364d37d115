import { JobError } from '../recognition/messages.ts';
import { recognition } from '../recognition/recognition.ts';
import { keptVoice } from './kept-voice.ts';

/** Reads the weights before they are asked for. A kept voice of another model is erased. */
export async function warmUp(): Promise<void> {
  try {
    await recognition().run('warm', { voice: keptVoice.used });
  } catch (error) {
    if (!(error instanceof JobError && error.code === 'bad-voice')) throw error;
    keptVoice.erase();
    await recognition().run('warm', {});
  }
}
