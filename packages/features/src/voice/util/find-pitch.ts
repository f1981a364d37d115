import { findCandidates } from './candidates.ts';
import type { Correlator } from './correlation.ts';
import { type FrameGrid, frameGrid } from './frame-grid.ts';
import { type PathOptions, type PitchFrame, strongestPath } from './pitch-path.ts';
import { globalPeak, type Sound } from './sound.ts';

/** No candidate but the unvoiced one. */
const NOTHING: PitchFrame = {
  candidates: { frequency: new Float64Array(1), strength: new Float64Array(1) },
  intensity: 0,
};

export interface FindPitchOptions extends PathOptions {
  /** Lowest pitch in Hz. */
  readonly floor: number;
  /** Seconds from one frame to the next. */
  readonly timeStep: number;
  /** The most candidates of a frame. */
  readonly most: number;
  /** Whether all peaks are refined deeply. */
  readonly deep: boolean;
}

/** Pitch in float64, as other analyses read it. */
export interface PitchContour {
  readonly grid: FrameGrid;
  /** Hz, 0 where a frame is unvoiced. */
  readonly frequency: Float64Array;
  /** The height of the correlation, 0 where a frame is unvoiced. */
  readonly strength: Float64Array;
  /** How many frames are unvoiced by themselves, whatever those around them. */
  readonly locallyUnvoiced: number;
}

/** The pitch of a sound by the peaks of a correlation; P. Boersma (1993). */
export function findPitch(
  sound: Sound,
  correlator: Correlator,
  options: FindPitchOptions,
): PitchContour {
  const { ceiling, timeStep, voicingThreshold } = options;
  const { sampleRate } = sound;
  const peak = globalPeak(sound);
  const grid = frameGrid(sound, correlator.frame, timeStep);
  const most = Math.max(options.most, Math.floor(ceiling / options.floor));
  const peaks = { ...options, most, sampleRate, least: 0.5 * voicingThreshold };
  const frames = Array.from({ length: grid.count }, (_, t): PitchFrame => {
    const height = correlator.correlate(grid.start + t * grid.step, 0);
    if (height === 0) return NOTHING;
    const intensity = Math.min(1, height / peak);
    return { candidates: findCandidates(correlator, peaks), intensity };
  });
  const path = strongestPath(frames, grid.step, options);
  const frequency = new Float64Array(grid.count);
  const strength = new Float64Array(grid.count);
  frames.forEach(({ candidates }, t) => {
    const hz = candidates.frequency[path[t]];
    if (!(hz > 0 && hz < ceiling)) return;
    frequency[t] = hz;
    strength[t] = candidates.strength[path[t]];
  });
  const locallyUnvoiced = frames.filter((frame) => !isLocallyVoiced(frame, options)).length;
  return { grid, frequency, strength, locallyUnvoiced };
}

/** Whether a frame is loud enough, and has a candidate below the ceiling that is strong enough. */
function isLocallyVoiced(
  { candidates: { frequency, strength }, intensity }: PitchFrame,
  { ceiling, silenceThreshold, voicingThreshold }: PathOptions,
): boolean {
  if (intensity < silenceThreshold) return false;
  return frequency.some((hz, k) => hz > 0 && hz < ceiling && strength[k] >= voicingThreshold);
}
