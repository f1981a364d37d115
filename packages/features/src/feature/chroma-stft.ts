import type { OptionNames } from '@ser/internal';
import { checkOptions } from '../util/check-options.ts';
import { checkPositive } from '../util/checks.ts';
import {
  FRAME_CHROMA_OPTIONS,
  type FrameChromaOptions,
  frameChroma,
} from '../util/frame-chroma.ts';
import { STFT_OPTIONS, type StftOptions } from '../util/framing.ts';
import type { Matrix } from '../util/matrix.ts';
import {
  framesOf,
  isMatrix,
  powers,
  type SignalOrMatrix,
  spectrogram,
} from '../util/spectrogram.ts';

/** The options of `chromaStft`; `hopLength` defaults to 512. */
export interface ChromaStftOptions extends StftOptions, FrameChromaOptions {}

/** The names of the options. */
export const CHROMA_STFT_OPTIONS: OptionNames<ChromaStftOptions> = {
  ...STFT_OPTIONS,
  ...FRAME_CHROMA_OPTIONS,
};

/**
 * Chromagram from a power spectrogram; librosa's `feature.chroma_stft`.
 *
 * @param input Samples, or a spectrogram `[1 + nFft / 2, frames]` that is used as it is.
 * @returns `[nChroma, frames]`.
 * @throws {FeatureError} for audio that is empty or not finite, and for options out of range.
 */
export function chromaStft(input: SignalOrMatrix, options: ChromaStftOptions): Matrix {
  checkOptions('chromaStft', options, CHROMA_STFT_OPTIONS);
  checkPositive('chromaStft', 'sampleRate', options.sampleRate);
  if (isMatrix(input)) {
    const given = framesOf('chromaStft', input, options.nFft);
    return frameChroma(given, given.magnitudes, options);
  }
  const frames = spectrogram('chromaStft', input, options);
  return frameChroma(frames, powers(frames, 2), options);
}
