import type { Samples } from '../../samples.ts';
import { frameCount, HOP } from '../analysis-rate.ts';
import { autocorrelation, LONGEST_LAG, PITCH_WINDOW } from './autocorrelation.ts';
import { findCandidates, noCandidates } from './pitch-candidates.ts';
import { PitchPath } from './pitch-path.ts';

/** The score of calling a loud frame unvoiced. */
const UNVOICED = 0.45;

/** Frames whose peak is below this part of the clip's are the more likely unvoiced: 0.03 · 1.45. */
const QUIET = 0.0435;

/** What keeps the clip's peak above 0. */
const LEAST_PEAK = 1e-9;

/** The pitch of a clip, frame by frame. */
export interface PitchContour {
  /** Hz; 0 where a frame is unvoiced. */
  readonly f0: Float64Array;
  /** The highest peak of each frame's autocorrelation, in [0, 1]. */
  readonly periodicity: Float64Array;
}

/**
 * Pitch from 65 to 800 Hz by the autocorrelation of 48 ms frames, and a path that avoids jumps
 * (after Boersma, "Accurate short-term analysis of the fundamental frequency", 1993).
 */
export function trackPitch(samples: Samples): PitchContour {
  const frames = frameCount(samples.length);
  const padded = new Float64Array(frames * HOP + PITCH_WINDOW);
  padded.set(samples, PITCH_WINDOW / 2);
  const loudest = peakOf(padded) + LEAST_PEAK;
  const frame = new Float64Array(PITCH_WINDOW);
  const correlation = new Float64Array(LONGEST_LAG + 1);
  const candidates = noCandidates();
  const path = new PitchPath(frames);
  const periodicity = new Float64Array(frames);
  for (let t = 0; t < frames; t++) {
    const peak = loadCentred(padded, t * HOP, frame);
    autocorrelation(frame, correlation);
    findCandidates(correlation, candidates);
    periodicity[t] = candidates.periodicity;
    path.add(candidates, UNVOICED + Math.max(0, 2 - peak / loudest / QUIET));
  }
  return { f0: path.trace(), periodicity };
}

/** The greatest magnitude. */
function peakOf(values: Float64Array): number {
  let peak = 0;
  for (let i = 0; i < values.length; i++) {
    const magnitude = Math.abs(values[i]);
    if (magnitude > peak) peak = magnitude;
  }
  return peak;
}

/** Copies a frame less its mean, and returns its peak. */
function loadCentred(padded: Float64Array, start: number, frame: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < frame.length; i++) sum += padded[start + i];
  const mean = sum / frame.length;
  for (let i = 0; i < frame.length; i++) frame[i] = padded[start + i] - mean;
  return peakOf(frame);
}
