import type { Audio } from '@ser/recognizer';
import { explain as explainSound } from '../../why/explain.ts';
import { recognizer } from '../recognizer.ts';
import { joined } from '../sound/gathered.ts';
import { openSound } from '../sound/open-sound.ts';
import type { Sound } from '../sound/sound.ts';
import type { Job } from './job.ts';

/** Seconds up to which a sound is explained as a whole. */
const WHOLE = 10;
/** Seconds around the cursor that are explained of a longer one. */
const PART = 5;

/** Which parts of a sound the answer rests on; of a long one, of what is around a time. */
export const explain: Job<'explain'> = async ({ sound, at, voice }, { signal, report }) => {
  const [known, opened] = await Promise.all([recognizer(voice), openSound(sound)]);
  const { duration } = opened;
  const isWhole = duration <= WHOLE;
  const start = isWhole ? 0 : Math.max(0, Math.min(duration - PART, at - PART / 2));
  const audio = await partOf(opened, start, isWhole ? duration : start + PART, signal);
  return explainSound(known, audio, start, signal, report);
};

/** A stretch of a sound in one piece. */
async function partOf(
  { pieces, sampleRate }: Sound,
  start: number,
  end: number,
  signal: AbortSignal,
): Promise<Audio> {
  const [from, to] = [Math.round(start * sampleRate), Math.round(end * sampleRate)];
  const parts: Audio[] = [];
  let before = 0;
  for await (const { samples } of pieces(signal)) {
    const part = samples.subarray(Math.max(0, from - before), Math.max(0, to - before));
    if (part.length > 0) parts.push({ samples: part, sampleRate });
    before += samples.length;
    if (before >= to) break;
  }
  if (parts.length === 0) throw new Error('The file holds no sound there.');
  return joined(parts);
}
