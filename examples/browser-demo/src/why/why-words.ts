import { clock, percent } from '../parts/format.ts';
import type { Explanation, Without, WithoutTime } from './explanation.ts';

/** Points of a hundred that are worth a word. */
const POINTS = 3;

/** How many points, as they are shown, the score loses without a part; below 0 where it gains. */
export const pointsOf = (score: number, without: Without): number =>
  Math.round(100 * score) - Math.round(100 * without.score);

/** `falls by 12 points`, `rises by 3 points`, `stays`. */
export function changeWords(score: number, without: Without): string {
  const points = pointsOf(score, without);
  if (points === 0) return 'stays';
  const size = Math.abs(points) === 1 ? '1 point' : `${Math.abs(points)} points`;
  return `${points > 0 ? 'falls' : 'rises'} by ${size}`;
}

/** `1,000–2,000 Hz`. */
export const bandName = ({ low, high }: { low: number; high: number }): string =>
  `${low.toLocaleString('en')}–${high.toLocaleString('en')} Hz`;

/** What the answer rests on, in some sentences. */
export function whyWords({ label, score, times, bands }: Explanation): string[] {
  if (label === undefined) return ['No speech was heard, so there is no answer to explain.'];
  const where = ({ start, end }: WithoutTime) => `${clock(start)} to ${clock(end)}`;
  return [
    sentence(label, score, times, (time) => `the stretch from ${where(time)}`),
    sentence(label, score, bands, (band) => `the band ${bandName(band)}`),
  ];
}

function sentence<Part extends Without>(
  label: string,
  score: number,
  parts: readonly Part[],
  name: (part: Part) => string,
): string {
  const most = parts.reduce((best, part) => (part.score < best.score ? part : best));
  if (pointsOf(score, most) < POINTS) {
    const kind = 'start' in most ? 'stretch of time' : 'band';
    return `No single ${kind} is needed for it: whichever is taken out, ${label} loses less than ${POINTS} points.`;
  }
  const then = most.label === label ? '' : `, and the answer would be ${most.label}`;
  return `It rests most on ${name(most)}: without it ${label} falls from ${percent(score)} to ${percent(most.score)}${then}.`;
}
