import type { Audio } from '../audio/audio.ts';
import { MIN_SECONDS } from '../audio/to-audio.ts';
import type { Recognition } from '../recognizer/recognition.ts';
import type { AudioWindow } from './window-cutter.ts';
import type { WindowScores } from './window-scores.ts';

/** The scores of a window. One that is too short to hear a voice in has none. */
export async function scoreWindow(
  { start, end, audio }: AudioWindow,
  score: (audio: Audio) => Promise<Recognition>,
): Promise<WindowScores> {
  if (audio.samples.length / audio.sampleRate < MIN_SECONDS) {
    return { start, end, scores: [], speech: false, familiar: null };
  }
  const scores = await score(audio);
  const { speech, familiar } = scores;
  return { start, end, scores: [...scores], speech, familiar };
}
