import type { Audio, Recognizer } from '@ser/recognizer';
import type { Answer } from '../analysis.ts';
import { recognizer } from '../recognizer.ts';
import type { Job } from './job.ts';

/** The same sound, heard without a voice and with it. */
export const compare: Job<'compare'> = async ({ audio, voice }, { signal }) => ({
  before: await answerOf(await recognizer(), audio, signal),
  after: await answerOf(await recognizer(voice), audio, signal),
});

async function answerOf(known: Recognizer, audio: Audio, signal: AbortSignal): Promise<Answer> {
  const recognition = await known.recognize(audio, { signal });
  const { speech, familiar } = recognition;
  return { scores: [...recognition], speech, familiar, windows: 0 };
}
