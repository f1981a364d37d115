import { smooth } from './smooth.ts';

/** Peaks of one sound, at most. */
const PEAKS = 3;
/** Frames on each side over which the energy is smoothed, twice, before its peaks are sought. */
const SMOOTHING = 12;

/** Places in a sound that stay on the same sound when something is added or cut around it. */
export interface Anchors {
  /** The middle of all energy. It stays where it is when something quiet is added. */
  centre: number;
  /** The highest peaks of the energy, highest first. Each stays when another one is cut. */
  peaks: number[];
}

/** The anchors of the bands' energy, in frames and parts of one. */
export function findAnchors(envelopes: readonly Float64Array[]): Anchors {
  const energy = new Float64Array(envelopes[0].length);
  for (const envelope of envelopes) {
    for (let i = 0; i < energy.length; i++) energy[i] += envelope[i];
  }
  let total = 0;
  let moment = 0;
  energy.forEach((value, i) => {
    total += value;
    moment += value * i;
  });
  const slow = smooth(energy, SMOOTHING, 2);
  const at = (i: number): number => slow[i] ?? 0;
  const peaks: { height: number; position: number }[] = [];
  for (let i = 0; i < slow.length; i++) {
    const [before, height, after] = [at(i - 1), slow[i], at(i + 1)];
    if (!(height > before && height >= after)) continue;
    // The top of the parabola through the three.
    const position = i + (0.5 * (before - after)) / (before - 2 * height + after);
    peaks.push({ height, position });
  }
  peaks.sort((a, b) => b.height - a.height);
  return { centre: moment / total, peaks: peaks.slice(0, PEAKS).map((peak) => peak.position) };
}
