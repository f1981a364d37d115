import type { OptionNames } from '@ser/internal';
import { checkOptions } from '../util/check-options.ts';
import { STFT_OPTIONS, type StftOptions } from '../util/framing.ts';
import { type Matrix, transpose } from '../util/matrix.ts';
import { pitchFrames } from '../util/pitch-frames.ts';
import { forEachPeak, PEAK_OPTIONS, type PeakOptions } from '../util/spectral-peaks.ts';
import type { SignalOrMatrix } from '../util/spectrogram.ts';

/** The options of `piptrack`. */
export interface PiptrackOptions extends StftOptions, PeakOptions {}

/** The names of the options. */
export const PIPTRACK_OPTIONS: OptionNames<PiptrackOptions> = { ...STFT_OPTIONS, ...PEAK_OPTIONS };

/**
 * Pitches by parabolic interpolation of the peaks of a spectrogram; librosa's `piptrack` (J. Smith,
 * "Sinusoidal peak interpolation").
 *
 * @param input Samples, or a magnitude spectrogram `[1 + nFft / 2, frames]`.
 * @returns Pitches in Hz and magnitudes, both `[1 + nFft / 2, frames]`, 0 where there is no peak.
 * @throws {FeatureError} for audio that is empty or not finite, and for options out of range.
 */
export function piptrack(
  input: SignalOrMatrix,
  options: PiptrackOptions,
): { pitches: Matrix; magnitudes: Matrix } {
  checkOptions('piptrack', options, PIPTRACK_OPTIONS);
  const frames = pitchFrames('piptrack', input, options);
  const shape = [frames.frames, frames.bins] as const;
  const pitches = { data: new Float32Array(frames.magnitudes.length), shape };
  const magnitudes = { data: new Float32Array(frames.magnitudes.length), shape };
  forEachPeak(frames, frames.magnitudes, options, (at, frequency, magnitude) => {
    pitches.data[at] = frequency;
    magnitudes.data[at] = magnitude;
  });
  return { pitches: transpose(pitches), magnitudes: transpose(magnitudes) };
}
