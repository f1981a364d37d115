import type { EgemapsDescriptors } from '../descriptors.ts';
import { smooth, smoothNonZero } from '../smooth.ts';
import { contourSlopes } from './contour-slopes.ts';
import { deviation, mean, momentsOf } from './moments.ts';
import { percentiles } from './percentiles.ts';
import { segmentsOf } from './segments.ts';
import { turningPoints } from './turning-points.ts';

/** Seconds a frame. */
const FRAME_SECONDS = 0.01;

/** Where spectral flux stands among the spectral tracks: what comes before is not summarised. */
const FLUX = 5;

/** The spectral tracks that voiced frames are described by, and unvoiced ones. */
const VOICED_FROM = 1;
const UNVOICED_END = 6;

/** The 88 values of a clip, in the order of their names. */
export function egemapsFunctionals(clip: EgemapsDescriptors): Float32Array {
  const { spectral, voice, level } = clip;
  // Frames whose pitch was not decided when the clip ended are not summarised, in most clips the
  // last one alone.
  const summarised = Math.max(1, voice.decided);
  const isVoiced = (t: number): boolean => voice.f0Semitone[t] > 0;
  const masked = (track: Float32Array, kept: (t: number) => boolean): Float32Array =>
    valuesOf(smoothNonZero(track.map((value, t) => (kept(t) ? value : 0))), summarised);

  const f0 = valuesOf(smoothNonZero(voice.f0Semitone), summarised);
  const smoothed = spectral.map(smooth);
  const loud = smoothed[0];
  const peaks = turningPoints(loud);
  const voices = [voice.jitterLocal, voice.shimmerLocalDb, voice.hnrDb, voice.h1H2, voice.h1A3];
  const voiced = spectral.slice(VOICED_FROM);
  const unvoiced = spectral.slice(VOICED_FROM, UNVOICED_END);
  const flags = Array.from({ length: summarised }, (_, t) => isVoiced(t));
  const segments = segmentsOf(flags);
  const seconds = (frames: number[]): [number, number] => {
    const centre = mean(frames);
    return [centre * FRAME_SECONDS, deviation(frames, centre) * FRAME_SECONDS];
  };
  return Float32Array.from([
    ...contour(f0, contourSlopes(f0, turningPoints(f0))),
    ...contour(loud, contourSlopes(loud, peaks)),
    ...smoothed.slice(FLUX).flatMap(twoMoments),
    ...voices.flatMap((track) => twoMoments(valuesOf(smoothNonZero(track), summarised))),
    ...voice.formants.flatMap(({ frequency, bandwidth, amplitude }) => [
      ...twoMoments(masked(frequency, isVoiced)),
      ...twoMoments(masked(bandwidth, isVoiced)),
      ...twoMoments(valuesOf(smoothNonZero(amplitude), summarised)),
    ]),
    ...voiced.flatMap((track) => twoMoments(masked(track, isVoiced))),
    ...unvoiced.map((track) => mean(masked(track, (t) => !isVoiced(t)))),
    peaks.filter(({ peak }) => peak).length / (loud.length * FRAME_SECONDS),
    segments.voiced.length / (summarised * FRAME_SECONDS),
    ...seconds(segments.voiced),
    ...seconds(segments.unvoiced),
    level,
  ]);
}

/** The values other than 0 of the first frames. */
const valuesOf = (track: Float32Array, frames: number): Float32Array =>
  track.subarray(0, frames).filter((value) => value !== 0);

function twoMoments(values: Float32Array): [number, number] {
  const { amean, stddevNorm } = momentsOf(values);
  return [amean, stddevNorm];
}

/** The ten values of a contour. */
function contour(values: Float32Array, slopes: ReturnType<typeof contourSlopes>): number[] {
  const [low, middle, high] = percentiles(values, [0.2, 0.5, 0.8]);
  return [
    ...twoMoments(values),
    low,
    middle,
    high,
    high - low,
    slopes.meanRisingSlope,
    slopes.stddevRisingSlope,
    slopes.meanFallingSlope,
    slopes.stddevFallingSlope,
  ];
}
