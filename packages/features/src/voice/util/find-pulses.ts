import { bestMatch } from './best-match.ts';
import type { PitchContour } from './find-pitch.ts';
import { globalPeak, type Sound } from './sound.ts';

/** How many periods away the next pulse is looked for, at least and at most. */
const NEAREST = 0.8;
const FARTHEST = 1.25;

/** How many periods the search goes on by, at least. */
const LEAST_STEP = 0.1;

/** A pulse is kept where its surroundings are this similar to those of the one before. */
const SIMILAR = 0.3;

/** A first pulse beyond the end of a voiced stretch is kept where they are this similar, */
const VERY_SIMILAR = 0.7;

/** Parts of the sound's peak that the surroundings of a pulse must exceed: within, and beyond. */
const LOUD = 0.01;
const LOUD_BEYOND = 0.7 / 30;

/**
 * The glottal pulses of the voiced stretches of a sound: Praat's manual, "Sound & Pitch: To
 * PointProcess (cc)".
 *
 * @returns Seconds, rising.
 */
export function findPulses(sound: Sound, pitch: PitchContour): Float64Array {
  const peak = globalPeak(sound);
  const pulses: number[] = [];
  let last = -Infinity;
  for (const { from, to } of voicedStretches(pitch)) {
    const middle = 0.5 * (from + to);
    const half = 0.5 / pitchAt(pitch, middle);
    const first = extremum(sound, middle - half, middle + half);
    const left = walk(sound, pitch, { first, end: from, direction: -1, last, peak });
    const right = walk(sound, pitch, { first, end: to, direction: 1, last, peak });
    pulses.push(...left, first, ...right);
    for (const time of right) last = Math.max(last, time);
  }
  // A stretch may begin before a pulse that the one before it has beyond its end.
  const rising = Float64Array.from(pulses).sort();
  return rising.filter((time, i) => i === 0 || time > rising[i - 1]);
}

interface Walk {
  /** Seconds of the pulse from which others are found. */
  readonly first: number;
  /** Seconds of the stretch's end. */
  readonly end: number;
  readonly direction: 1 | -1;
  /** Seconds of the last pulse that the stretches before have after their first ones. */
  readonly last: number;
  /** The greatest magnitude of the sound. */
  readonly peak: number;
}

/** The pulses from a first one to an end of its stretch, one from another. */
function walk(sound: Sound, pitch: PitchContour, options: Walk): number[] {
  const { first, end, direction, last, peak } = options;
  const found: number[] = [];
  for (let time = first; ; ) {
    const f0 = pitchAt(pitch, time);
    if (f0 === 0) return found;
    const [nearest, farthest] =
      direction > 0 ? [NEAREST / f0, FARTHEST / f0] : [-FARTHEST / f0, -NEAREST / f0];
    const match = bestMatch(sound, time, 1 / f0, nearest, farthest);
    // Where nothing is similar, a period is left out.
    const next = match.similarity === -1 ? time + direction / f0 : match.time;
    // Periods of a few samples may come back to where they were.
    if (direction * (next - time) < LEAST_STEP / f0) return found;
    time = next;
    const apart = direction > 0 || time - last > NEAREST / f0;
    const beyond = direction * (time - end) > 0;
    const similar = match.similarity > (beyond ? VERY_SIMILAR : SIMILAR);
    const loud = match.peak > (beyond ? LOUD_BEYOND : LOUD) * peak || (!beyond && match.peak === 0);
    if (similar && loud && apart) found.push(time);
    if (beyond) return found;
  }
}

/** The voiced stretches of a contour, in seconds: half a step around their frames. */
function voicedStretches({ grid, frequency }: PitchContour): { from: number; to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  for (let t = 0; t < grid.count; t++) {
    if (frequency[t] === 0) continue;
    const from = grid.start + t * grid.step - 0.5 * grid.step;
    while (t + 1 < grid.count && frequency[t + 1] > 0) t++;
    stretches.push({ from, to: grid.start + t * grid.step + 0.5 * grid.step });
  }
  return stretches;
}

/** The pitch at a time, linear between voiced frames; 0 where the nearest frame is unvoiced. */
function pitchAt({ grid, frequency }: PitchContour, time: number): number {
  const at = (time - grid.start) / grid.step;
  const left = Math.floor(at);
  const fraction = at - left;
  const near = frequency[fraction < 0.5 ? left : left + 1] ?? 0;
  const far = frequency[fraction < 0.5 ? left + 1 : left] ?? 0;
  if (near === 0) return 0;
  if (far === 0) return near;
  return near + Math.min(fraction, 1 - fraction) * (far - near);
}

/**
 * The time of the sample farthest from zero between two times, at the top of a parabola unless it
 * is the first or the last of them.
 */
function extremum({ samples, start, step }: Sound, from: number, to: number): number {
  const first = Math.max(0, Math.floor((from - start) / step));
  const last = Math.min(samples.length - 1, Math.ceil((to - start) / step));
  let highest = first;
  let lowest = first;
  for (let i = first; i <= last; i++) {
    if (samples[i] > samples[highest]) highest = i;
    if (samples[i] < samples[lowest]) lowest = i;
  }
  const best = Math.abs(samples[highest]) >= Math.abs(samples[lowest]) ? highest : lowest;
  let shift = 0;
  if (best > first && best < last) {
    const slope = 0.5 * (samples[best + 1] - samples[best - 1]);
    const curve = 2 * samples[best] - samples[best - 1] - samples[best + 1];
    if (curve !== 0) shift = slope / curve;
  }
  return start + (best + shift) * step;
}
