import { checkMatrix } from '../util/check-matrix.ts';
import { type Matrix, zeros } from '../util/matrix.ts';
import { TINY } from '../util/vector-norm.ts';

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
 * librosa also takes samples and computes a constant-Q chromagram. This function takes a chromagram
 * only, such as {@link chromaStft}'s.
 *
 * @param chroma `[nChroma, frames]`.
 * @returns `[6, frames]`: sine and cosine of the fifths, the minor thirds and the major thirds
 * @throws {FeatureError} for a matrix without cells or with values that are not finite.
 */
export function tonnetz(chroma: Matrix): Matrix {
  checkMatrix('tonnetz', 'chroma', chroma);
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
