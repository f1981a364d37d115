import type { Samples } from '../../samples.ts';
import { frameCount, HOP } from '../analysis-rate.ts';
import { openCorrelator } from './autocorrelation.ts';
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
  const loudest = LEAST_PEAK + greatestMagnitude(samples);
  const { correlation, read } = openCorrelator(samples, HOP);
  const candidates = noCandidates();
  const path = new PitchPath(frames);
  const periodicity = new Float64Array(frames);
  for (let t = 0; t < frames; t++) {
    const peak = read(t);
    findCandidates(correlation, candidates);
    periodicity[t] = candidates.periodicity;
    path.add(candidates, UNVOICED + Math.max(0, 2 - peak / loudest / QUIET));
  }
  return { f0: path.trace(), periodicity };
}

function greatestMagnitude(samples: Samples): number {
  let greatest = 0;
  for (let i = 0; i < samples.length; i++) greatest = Math.max(greatest, Math.abs(samples[i]));
  return greatest;
}
