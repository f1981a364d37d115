import type { PitchContour } from './find-pitch.ts';
import { bestMatch, type Match } from './best-match.ts';
import { globalPeak, type Sound } from './sound.ts';

/** How many periods away the next pulse is looked for, at least and at most. */
const NEAREST = 0.8;
const FARTHEST = 1.25;

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
  // The last pulse of the stretches before.
  let last = -Infinity;
  for (const { from, to } of voicedStretches(pitch)) {
    const hz = pitchAt(pitch, 0.5 * (from + to));
    if (hz === 0) continue;
    const first = extremum(sound, 0.5 * (from + to) - 0.5 / hz, 0.5 * (from + to) + 0.5 / hz);
    const found = [first];
    const walk = (direction: 1 | -1): void => {
      let time = first;
      for (;;) {
        const f0 = pitchAt(pitch, time);
        if (f0 === 0) return;
        const match = bestMatch(
          sound,
          time,
          1 / f0,
          direction > 0 ? NEAREST / f0 : -FARTHEST / f0,
          direction > 0 ? FARTHEST / f0 : -NEAREST / f0,
        );
        time = match.similarity < -0.5 ? time + direction / f0 : match.time;
        const far = direction > 0 || time - last > NEAREST / f0;
        if (direction > 0 ? time > to : time < from) {
          if (match.similarity > VERY_SIMILAR && match.peak > LOUD_BEYOND * peak && far) {
            found.push(time);
          }
          return;
        }
        if (match.similarity > SIMILAR && (match.peak === 0 || match.peak > LOUD * peak) && far) {
          found.push(time);
        }
      }
    };
    walk(-1);
    walk(1);
    for (const time of found) last = Math.max(last, time);
    pulses.push(...found);
  }
  return Float64Array.from(pulses).sort();
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
export function pitchAt({ grid, frequency }: PitchContour, time: number): number {
  const at = (time - grid.start) / grid.step;
  const left = Math.floor(at);
  const fraction = at - left;
  const near = frequency[fraction < 0.5 ? left : left + 1] ?? 0;
  const far = frequency[fraction < 0.5 ? left + 1 : left] ?? 0;
  if (near === 0) return 0;
  if (far === 0) return near;
  return near + Math.min(fraction, 1 - fraction) * (far - near);
}

/** The time of the sample farthest from zero between two times. */
function extremum({ samples, step }: Sound, from: number, to: number): number {
  const start = Math.max(0, Math.floor((from - 0.5 * step) / step));
  const end = Math.min(samples.length - 1, Math.ceil((to - 0.5 * step) / step));
  let high = start;
  let low = start;
  for (let i = start; i <= end; i++) {
    if (samples[i] > samples[high]) high = i;
    if (samples[i] < samples[low]) low = i;
  }
  const best = Math.abs(samples[high]) >= Math.abs(samples[low]) ? high : low;
  let shift = 0;
  if (best > start && best < end && best > 0 && best < samples.length - 1) {
    const slope = 0.5 * (samples[best + 1] - samples[best - 1]);
    const curve = 2 * samples[best] - samples[best - 1] - samples[best + 1];
    if (curve !== 0) shift = slope / curve;
  }
  return (best + shift + 0.5) * step;
}
