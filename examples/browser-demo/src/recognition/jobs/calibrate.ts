import { recognizer } from '../recognizer.ts';
import { nextTask } from '../sound/next-task.ts';
import { utterancesOf } from '../sound/utterances-of.ts';
import type { Job } from './job.ts';

/** Learns a voice from a recording, which is cut into utterances. */
export const calibrate: Job<'calibrate'> = async ({ audio, voice }, { signal, report }) => {
  const clips = utterancesOf(audio);
  const known = await recognizer(voice);
  const calibrated = await known.calibrate(paused(clips), {
    signal,
    // They were found by the same gate, which hears less in a short one.
    speech: false,
    onProgress: (progress) => report({ clips: progress.clips, of: clips.length }),
  });
  if (!calibrated.voice) throw new Error('The model gave no voice.');
  const samples = clips.reduce((sum, clip) => sum + clip.samples.length, 0);
  return { voice: calibrated.voice, clips: clips.length, seconds: samples / audio.sampleRate };
};

/** Other jobs have their turn between two clips. */
async function* paused<T>(clips: readonly T[]): AsyncGenerator<T> {
  for (const clip of clips) {
    yield clip;
    await nextTask();
  }
}
