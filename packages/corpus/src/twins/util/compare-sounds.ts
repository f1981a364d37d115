import { LOW_RATE } from './low-rate.ts';

/** Samples on each side of an anchor over which the lag is sought; 0.2 s. */
const WINDOW: number = LOW_RATE / 5;
/** How far from the anchors' own lag to look for it, in samples; 20 ms. */
const MAX_SHIFT: number = LOW_RATE / 50;
/** Samples of a segment; an eighth of a second. */
const SEGMENT: number = LOW_RATE / 8;
/** Segments with this part of the energy of the loudest one, or more, are compared. */
const ACTIVE = 0.05;

/** How alike two sounds are where they lie over each other. */
export interface Comparison {
  /**
   * The lower quartile of the correlations of their segments, from -1 to 1, in the polarity in which
   * the whole sounds agree: a copy turned over is so in every segment.
   */
  similarity: number;
  /** How many segments of an eighth of a second were compared. */
  segments: number;
}

/**
 * Compares two sounds at 8 kHz, segment by segment, at one lag. Copies agree in every segment. Two
 * takes may agree in a vowel, by chance, and not in three of four segments.
 *
 * @param anchors The same place in both sounds, in samples, known to 20 ms.
 * @returns A similarity of 0 where less than half of the shorter one's sound lies over the other.
 */
export function compareSounds(
  a: Float32Array,
  b: Float32Array,
  anchors: { a: number; b: number },
): Comparison {
  return compareAtLag(a, b, findLag(a, b, anchors));
}

/** Compares two sounds at 8 kHz where `b` is `lag` samples behind `a`; see `compareSounds`. */
export function compareAtLag(a: Float32Array, b: Float32Array, lag: number): Comparison {
  const start = Math.max(0, -lag);
  const end = Math.min(a.length, b.length - lag);
  const [activityA, activityB] = [activityOf(a), activityOf(b)];
  const correlations: number[] = [];
  let total = 0;
  for (let at = start; at < end; at += SEGMENT) {
    const length = Math.min(SEGMENT, end - at);
    // The rest of a sound says little, where it is not all there is of it.
    if (length < SEGMENT / 2 && at > start) break;
    const energyA = dot(a, a, { at, lag: 0, length });
    const energyB = dot(b, b, { at: at + lag, lag: 0, length });
    if (energyA < activityA.floor && energyB < activityB.floor) continue;
    const product = dot(a, b, { at, lag, length });
    correlations.push(product / (Math.sqrt(energyA * energyB) || 1));
    total += product;
  }
  const needed = Math.min(activityA.segments, activityB.segments) / 2;
  const segments = correlations.length;
  if (segments === 0 || segments < needed) return { similarity: 0, segments };
  const polarity = total < 0 ? -1 : 1;
  const alike = correlations.map((x) => polarity * x).sort((x, y) => x - y);
  return { similarity: alike[Math.floor(segments / 4)], segments };
}

/** The lag of `b` behind `a` with the largest correlation around their anchors. */
export function findLag(
  a: Float32Array,
  b: Float32Array,
  anchors: { a: number; b: number },
): number {
  const nearest = Math.round(anchors.b - anchors.a);
  const at = Math.round(anchors.a) - WINDOW;
  let best = { lag: nearest, size: -1 };
  for (let lag = nearest - MAX_SHIFT; lag <= nearest + MAX_SHIFT; lag++) {
    const size = Math.abs(dot(a, b, { at, lag, length: 2 * WINDOW }));
    if (size > best.size) best = { lag, size };
  }
  return best.lag;
}

/** The sum of `a[i] * b[i + lag]` over `length` samples from `at` on; 0 stands beyond all ends. */
export function dot(
  a: Float32Array,
  b: Float32Array,
  { at, lag, length }: { at: number; lag: number; length: number },
): number {
  const end = Math.min(at + length, a.length, b.length - lag);
  let sum = 0;
  for (let i = Math.max(at, 0, -lag); i < end; i++) sum += a[i] * b[i + lag];
  return sum;
}

/** The energy from which a segment counts, and how many do. */
function activityOf(sound: Float32Array): { floor: number; segments: number } {
  const energies: number[] = [];
  for (let at = 0; at < sound.length; at += SEGMENT) {
    energies.push(dot(sound, sound, { at, lag: 0, length: SEGMENT }));
  }
  const floor = ACTIVE * energies.reduce((most, energy) => Math.max(most, energy), 0);
  return { floor, segments: energies.filter((energy) => energy >= floor).length };
}
