import { resampleFinite } from '../../core/resample.ts';
import { FeatureError } from '../../feature-error.ts';
import type { Audio, Samples } from '../../samples.ts';
import { checkFloats, checkPositive, checkSamples } from '../../util/checks.ts';
import { soundRange } from '../../util/sound-range.ts';
import type { SignalConfig } from '../signal-config.ts';
import { toLevel } from './to-level.ts';

/**
 * Cuts a clip at its own rate, then resamples it to the extractor's, in the order of
 * `librosa.load(path, sr, offset, duration)`. What is left is brought to a level, then trimmed,
 * where the configuration says so.
 *
 * @throws {FeatureError} when the clip ends before the offset, and for samples that are not finite.
 */
export function prepare(
  audio: Audio,
  { sampleRate: to, offset = 0, duration = null, level = null, trim = null }: SignalConfig,
): Samples {
  const { samples, sampleRate } = audio ?? {};
  checkFloats('extract', 'samples', samples);
  checkPositive('extract', 'sampleRate', sampleRate);
  const start = Math.trunc(offset * sampleRate);
  if (start >= samples.length && samples.length > 0) {
    const seconds = Number((samples.length / sampleRate).toFixed(3));
    const expected = `longer than the offset of ${offset} s`;
    const text = `extract: the clip must be ${expected}, got ${seconds} s`;
    throw new FeatureError('too-short', text);
  }
  const count = duration === null ? samples.length : Math.trunc(duration * sampleRate);
  const cut = samples.subarray(start, start + count);
  checkSamples('extract', 'samples', cut);
  const resampled = sampleRate === to ? cut : resampleFinite(cut, sampleRate, to);
  // What was resampled is no one else's, and needs no copy.
  const own = resampled === cut ? undefined : resampled;
  const levelled = level === null ? resampled : toLevel(resampled, to, level, own);
  return trim === null ? levelled : levelled.subarray(...soundRange(levelled, to, trim));
}
