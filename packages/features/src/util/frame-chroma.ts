import type { OptionNames } from '@ser/internal';
import { CHROMA_OPTIONS, type ChromaOptions } from '../filters/chroma.ts';
import { applyFilters } from '../kernels/apply-filters.ts';
import { checkInteger } from './checks.ts';
import { chromaBank } from './chroma-bank.ts';
import { frameTuning } from './frame-tuning.ts';
import { MAX_ROWS } from './limits.ts';
import type { Matrix } from './matrix.ts';
import { evenLength, type Spectrogram } from './spectrogram.ts';
import { checkNorm, type Norm, TINY, vectorNorm } from './vector-norm.ts';

/** The options of chroma from frames. */
export interface FrameChromaOptions extends ChromaOptions {
  /** Samples per second. */
  sampleRate: number;
  /** Deviation from A440 in fractions of a class; null estimates it. Default null. */
  tuning?: number | null;
  /** The norm by which every frame is scaled, or null for none. Default `Infinity`. */
  norm?: Norm;
}

/** The names of the options. */
export const FRAME_CHROMA_OPTIONS: OptionNames<FrameChromaOptions> = {
  ...CHROMA_OPTIONS,
  sampleRate: true,
  tuning: true,
  norm: true,
};

/** The chromagram of frames `[frames, bins]`. */
export function frameChroma(
  frames: Spectrogram,
  values: Float32Array,
  options: FrameChromaOptions,
): Matrix {
  const { nChroma = 12, norm = Number.POSITIVE_INFINITY, sampleRate } = options;
  const { ctroct, octwidth, baseC } = options;
  // Before the tuning is estimated, whose error would be of bins in an octave.
  checkInteger('chromaStft', 'nChroma', nChroma, 1, MAX_ROWS);
  checkNorm('chromaStft', 'norm', norm);
  // As librosa, which estimates the tuning as if the length of the transform were even.
  const even = { ...frames, nFft: evenLength(frames.bins) };
  const tuning =
    options.tuning ?? frameTuning(even, values, { sampleRate, binsPerOctave: nChroma });
  const filters = chromaBank({
    sampleRate,
    nFft: frames.nFft,
    nChroma,
    tuning,
    norm: 2,
    ctroct,
    octwidth,
    baseC,
  });

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
