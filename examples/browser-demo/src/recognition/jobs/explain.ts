import type { Audio } from '@ser/recognizer';
import { bandStretches, timeStretches } from '../explain/stretches.ts';
import { PartRemover } from '../explain/without-part.ts';
import { recognizer } from '../recognizer.ts';
import { joined } from '../sound/gathered.ts';
import { nextTask } from '../sound/next-task.ts';
import { openSound } from '../sound/open-sound.ts';
import type { Job } from './job.ts';

/** Takes parts of a sound out, one at a time, and hears how the answer's score changes. */
export const explain: Job<'explain'> = async ({ sound: input, label }, { signal }) => {
  const [heard, sound] = await Promise.all([recognizer(), openSound(input)]);
  const parts: Audio[] = [];
  for await (const piece of sound.pieces(signal)) parts.push(piece);
  const audio = joined(parts);
  const scoreOf = async (changed: Audio) => {
    await nextTask();
    const scores = await heard.recognize(changed, { speech: false, versions: false, signal });
    return scores.find((one) => one.label === label)?.score ?? 0;
  };
  const remover = new PartRemover(audio);
  const [times, bands] = [[], []] as { start: number; end: number; score: number }[][];
  for (const part of timeStretches(sound.duration)) {
    times.push({ ...part, score: await scoreOf(remover.withoutTime(part)) });
  }
  for (const part of bandStretches()) {
    bands.push({ ...part, score: await scoreOf(remover.withoutBand(part)) });
  }
  return { label, score: await scoreOf(audio), times, bands };
};
