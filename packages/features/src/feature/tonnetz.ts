import type { Samples } from '../samples.ts';
import { checkMatrix } from '../util/check-matrix.ts';
import { checkOptions } from '../util/check-options.ts';
import { badArgument, checkFloats } from '../util/checks.ts';
import { type Matrix, zeros } from '../util/matrix.ts';
import { isMatrix, type SignalOrMatrix } from '../util/spectrogram.ts';
import { TINY } from '../util/vector-norm.ts';
import { CHROMA_CQT_OPTIONS, type ChromaCqtOptions, chromaCqt } from './chroma-cqt.ts';

/** The circles of fifths, minor thirds and major thirds: half turns a semitone, and the radius. */
const CIRCLES = [
  { halfTurns: 7 / 6, radius: 1 },
  { halfTurns: 3 / 2, radius: 1 },
  { halfTurns: 2 / 3, radius: 0.5 },
];

/**
 * Tonal centroids: the position of a chroma vector on the circles of fifths, minor thirds and major
 * thirds; librosa's `feature.tonnetz` (C. Harte et al., "Detecting harmonic change in musical
 * audio", 2006).
 *
 * @param input Samples, whose chromagram is {@link chromaCqt}'s with the options; or a chromagram
 *   `[nChroma, frames]`, such as {@link chromaStft}'s, without options.
 * @returns `[6, frames]`: sine and cosine of the fifths, the minor thirds and the major thirds
 * @throws {FeatureError} for audio that is empty or not finite, and for options out of range.
 */
export function tonnetz(samples: Samples, options: ChromaCqtOptions): Matrix;
export function tonnetz(chroma: Matrix): Matrix;
export function tonnetz(input: SignalOrMatrix, options?: ChromaCqtOptions): Matrix {
  if (isMatrix(input)) {
    if (options !== undefined) {
      throw badArgument('tonnetz', 'options', 'left out with a chromagram', options);
    }
    checkMatrix('tonnetz', 'chroma', input);
    return centroids(input);
  }
  checkFloats('tonnetz', 'samples', input);
  const chromaOptions = options as ChromaCqtOptions;
  checkOptions('tonnetz', chromaOptions, CHROMA_CQT_OPTIONS);
  return centroids(chromaCqt(input, chromaOptions));
}

function centroids(chroma: Matrix): Matrix {
  const [classes, frames] = chroma.shape;
  const result = zeros(2 * CIRCLES.length, frames);
  for (let t = 0; t < frames; t++) {
    let length = 0;
    for (let c = 0; c < classes; c++) length += Math.abs(chroma.data[c * frames + t]);
    if (length < TINY) length = 1;
    CIRCLES.forEach(({ halfTurns, radius }, circle) => {
      let sine = 0;
      let cosine = 0;
      for (let c = 0; c < classes; c++) {
        const angle = (Math.PI * halfTurns * c * 12) / classes;
        sine += Math.sin(angle) * chroma.data[c * frames + t];
        cosine += Math.cos(angle) * chroma.data[c * frames + t];
      }
      result.data[2 * circle * frames + t] = (radius * sine) / length;
      result.data[(2 * circle + 1) * frames + t] = (radius * cosine) / length;
    });
  }
  return result;
}
