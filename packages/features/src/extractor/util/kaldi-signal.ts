import type { FbankFrameOptions, MfccFrameOptions } from '../../kaldi/kaldi-options.ts';
import type { KaldiValues } from '../../kaldi/util/kaldi-frames.ts';
import { type KaldiSettings, kaldiSettings } from '../../kaldi/util/kaldi-settings.ts';
import type { FrameSource } from '../../stream/util/frame-source.ts';
import { badArgument } from '../../util/checks.ts';
import type { FrameFeature } from '../feature-kind.ts';
import type { SignalConfig } from '../signal-config.ts';
import { signalFraming } from './analysis.ts';

/**
 * Kaldi's settings from those of an extractor.
 *
 * @throws {FeatureError} for frames that are centred, that a shorter window covers, or that are
 *   shorter than 2 samples.
 */
export function extractorSettings(
  caller: string,
  signal: SignalConfig,
  options: FbankFrameOptions & MfccFrameOptions,
): KaldiSettings {
  const { sampleRate, center = true } = signal;
  const { nFft, hopLength, winLength } = signalFraming(caller, signal);
  if (center) {
    throw badArgument(caller, 'center', 'false (a frame is `nFft` samples, such as 400)', center);
  }
  if (winLength !== nFft) throw badArgument(caller, 'winLength', `nFft=${nFft}`, winLength);
  if (nFft < 2) throw badArgument(caller, 'nFft', 'at least 2', nFft);
  const framing = { sampleRate, length: nFft, shift: hopLength, noise: undefined };
  return kaldiSettings(caller, framing, options);
}

/**
 * Kaldi's values as a feature of a frame.
 *
 * @throws {FeatureError} for frames beyond the edges, which read what has not come yet.
 */
export function liveValues(
  options: FbankFrameOptions & MfccFrameOptions,
  source: FrameSource,
  path: string,
  valuesOf: (settings: KaldiSettings) => KaldiValues,
): FrameFeature {
  const { sampleRate, nFft, hopLength } = source;
  const { snipEdges = true } = options;
  if (!snipEdges) throw badArgument('createFrameStream', `${path}.snipEdges`, 'true', snipEdges);
  const framing = { sampleRate, length: nFft, shift: hopLength, noise: undefined };
  const { compute } = valuesOf(kaldiSettings('createFrameStream', framing, options));
  return (out, at) => compute(source.values, source.start, out, at);
}
