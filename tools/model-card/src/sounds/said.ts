import { type Audio, trim } from '@ser/features';

/** How far below the loudest frame silence begins, as the recipe trims. */
const TOP_DB = 45;

/** A sound without its first or last seconds of what is said in it: the clips begin with silence. */
export function cutOff(
  audio: Audio,
  { first = 0, last = 0 }: { first?: number; last?: number },
): Audio {
  const { samples, sampleRate } = audio;
  const { start, end } = trim(samples, { topDb: TOP_DB });
  const from = first === 0 ? 0 : start + Math.round(first * sampleRate);
  const to = last === 0 ? samples.length : end - Math.round(last * sampleRate);
  return { samples: samples.slice(from, to) as Float32Array, sampleRate };
}
