import { clock, percent } from '../parts/format.ts';
import type { Explanation, Part } from '../recognition/explain/explanation.ts';

/** A change of a score that is worth a word. */
const WORTH = 0.02;

/** Hertz as people read them: `330 Hz`, `2.1 kHz`. */
export const hertz = (value: number): string =>
  value < 1000 ? `${Math.round(value)}\u00a0Hz` : `${(value / 1000).toFixed(1)}\u00a0kHz`;

/** On what an answer hangs most, in sentences. */
export function whyWords({ label, score, times, bands }: Explanation): string {
  const [time, band] = [neededMost(times), neededMost(bands)];
  if (Math.max(score - time.score, score - band.score) < WORTH) {
    return `No single part decides: without any one of them, ${label} stays near ${percent(score)}.`;
  }
  return (
    `Heard at one speed, ${label} has ${percent(score)}. ` +
    `Without ${clock(time.start)} to ${clock(time.end)} it has ${percent(time.score)}; ` +
    `without ${hertz(band.start)} to ${hertz(band.end)}, ${percent(band.score)}.`
  );
}

/** The part without which the score is lowest. */
const neededMost = (parts: readonly Part[]): Part =>
  parts.reduce((lowest, part) => (part.score < lowest.score ? part : lowest));
