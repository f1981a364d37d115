import type { Audio } from '@ser/recognizer';

/** Seconds of the frames that the floor is found in. */
const FRAME = 0.02;
/** Of the frames, how many are as quiet as the floor or quieter. */
const QUIET = 0.1;
/** Seconds that the edges of a stretch are faded. */
const FADE = 0.01;
/** The floor is at least so far below the whole, as a factor: nothing is ever quieter in a room. */
export const LOWEST = 1e-3;

/** The same sound with a stretch of it turned down to the level of its pauses. */
export function occludeTime(audio: Audio, start: number, end: number, floor: number): Audio {
  const { samples, sampleRate } = audio;
  const [from, to] = [Math.round(start * sampleRate), Math.round(end * sampleRate)];
  const gain = Math.min(1, floor / Math.max(rms(samples, from, to), Number.MIN_VALUE));
  const fade = Math.max(1, Math.round(FADE * sampleRate));
  const occluded = Float32Array.from(samples);
  for (let i = from; i < to; i++) {
    const inside = Math.min(1, (i - from) / fade, (to - 1 - i) / fade);
    occluded[i] *= 1 + (gain - 1) * inside;
  }
  return { samples: occluded, sampleRate };
}

/** The level of the pauses of a sound. */
export function floorOf({ samples, sampleRate }: Audio): number {
  const size = Math.max(1, Math.round(FRAME * sampleRate));
  const levels = Array.from({ length: Math.max(1, Math.floor(samples.length / size)) }, (_, i) =>
    rms(samples, i * size, Math.min(samples.length, (i + 1) * size)),
  ).sort((a, b) => a - b);
  return Math.max(
    levels[Math.floor(QUIET * levels.length)],
    LOWEST * rms(samples, 0, samples.length),
  );
}

function rms(samples: Audio['samples'], from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += samples[i] * samples[i];
  return Math.sqrt(sum / Math.max(1, to - from));
}
