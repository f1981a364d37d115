import { tuningOf } from '../core/estimate-tuning.ts';
import type { ChromaOptions } from '../filters/chroma.ts';
import { applyFilters } from '../kernels/apply-filters.ts';
import { checkPositive } from '../util/check.ts';
import { chromaBank } from '../util/chroma-bank.ts';
import type { StftOptions } from '../util/framing.ts';
import type { Matrix } from '../util/matrix.ts';
import {
  framesOf,
  isMatrix,
  powers,
  type SignalOrMatrix,
  type Spectrogram,
  spectrogram,
} from '../util/spectrogram.ts';
import { checkNorm, type Norm, TINY, vectorNorm } from '../util/vector-norm.ts';

/** Options of {@link chromaStft}; `hopLength` defaults to 512. */
export interface ChromaStftOptions extends StftOptions, ChromaOptions {
  /** Samples per second. */
  sampleRate: number;
  /** Deviation from A440 in fractions of a class; null estimates it. Default null. */
  tuning?: number | null;
  /** Norm that every frame is scaled to, or null for none. Default `Infinity`: the maximum is 1. */
  norm?: Norm;
}

/**
 * Chromagram from a power spectrogram; librosa's `feature.chroma_stft`.
 *
 * @param input samples, or a spectrogram `[1 + nFft / 2, frames]` that is used as it is
 * @returns `[nChroma, frames]`
 * @throws FeatureError for audio that is empty or not finite, and for options out of range
 */
export function chromaStft(input: SignalOrMatrix, options: ChromaStftOptions): Matrix {
  checkPositive('chromaStft', 'sampleRate', options.sampleRate);
  if (isMatrix(input)) {
    const given = framesOf('chromaStft', input);
    return chromaOf(given, given.magnitudes, options);
  }
  const frames = spectrogram('chromaStft', input, options);
  return chromaOf(frames, powers(frames, 2), options);
}

/** The chromagram of frames `[frames, bins]`. */
export function chromaOf(
  frames: Spectrogram,
  values: Float32Array,
  options: ChromaStftOptions,
): Matrix {
  const { nChroma = 12, norm = Number.POSITIVE_INFINITY, sampleRate } = options;
  checkNorm('chromaStft', 'norm', norm);
  const tuning = options.tuning ?? tuningOf(frames, values, { sampleRate, binsPerOctave: nChroma });
  const filters = chromaBank({ ...options, norm: 2, nFft: frames.nFft, tuning });

  const result = applyFilters(filters, values);
  if (norm === null) return result;
  const count = frames.frames;
  for (let t = 0; t < count; t++) {
    const length = vectorNorm(result.data, norm, t, nChroma, count);
    if (length < TINY) continue;
    for (let c = 0; c < nChroma; c++) result.data[c * count + t] /= length;
  }
  return result;
}
