import type { Audio } from '@ser/recognizer';
import { nextTask } from './next-task.ts';

/** Seconds of sound that are worked on without a pause. */
export const PIECE = 10;

/** A sound that is there as a whole, in pieces, with a pause after each for other jobs. */
export async function* piecesOf(
  { samples, sampleRate }: Audio,
  signal: AbortSignal,
): AsyncGenerator<Audio> {
  const size = PIECE * sampleRate;
  for (let at = 0; at < samples.length; at += size) {
    await nextTask();
    signal.throwIfAborted();
    yield { samples: samples.subarray(at, at + size), sampleRate };
  }
}
