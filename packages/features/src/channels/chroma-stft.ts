import { CHROMA_STFT_OPTIONS, type ChromaStftOptions } from '../feature/chroma-stft.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkPositive } from '../util/checks.ts';
import { frameChroma } from '../util/frame-chroma.ts';
import type { Matrix } from '../util/matrix.ts';
import {
  framesOf,
  isMatrix,
  powers,
  type SignalOrMatrix,
  type Spectrogram,
  spectrogram,
} from '../util/spectrogram.ts';
import { checkChannels } from './util/check-channels.ts';
import { joinFrames } from './util/join-frames.ts';
import { splitFrames } from './util/split-frames.ts';

/**
 * Chromagrams, whose tuning is estimated from the peaks of all channels together, as in librosa.
 *
 * @param channels Samples each, or a spectrogram `[1 + nFft / 2, frames]` each.
 * @returns `[nChroma, frames]` each.
 * @throws {FeatureError} for channels of different lengths, audio that is empty or not finite, and
 *   options out of range.
 */
export function chromaStft(
  channels: readonly SignalOrMatrix[],
  options: ChromaStftOptions,
): Matrix[] {
  checkOptions('channels.chromaStft', options, CHROMA_STFT_OPTIONS);
  checkPositive('channels.chromaStft', 'sampleRate', options.sampleRate);
  checkChannels('channels.chromaStft', 'channels', channels);
  const parts = channels.map((channel) => powerFrames(channel, options));
  const joined = joinFrames(parts);
  const chroma = frameChroma(joined, joined.magnitudes, options);
  return splitFrames(chroma, channels.length);
}

/** Powers in place of magnitudes, or the values that were given. */
function powerFrames(input: SignalOrMatrix, options: ChromaStftOptions): Spectrogram {
  if (isMatrix(input)) return framesOf('channels.chromaStft', input, options.nFft);
  const frames = spectrogram('channels.chromaStft', input, options);
  return { ...frames, magnitudes: powers(frames, 2) };
}
