import { matrixProduct } from '../kernels/matrix-product.ts';
import { once } from '../util/once.ts';
import { means } from './moments.ts';
import { type Tracks, zeroTracks } from './tracks.ts';

/** Frames of the transform: 4 seconds, so that a bin is 0.25 Hz. */
const LENGTH = 400;

/** Half of them, and a quarter. */
const HALF: number = LENGTH / 2;
const QUARTER: number = LENGTH / 4;

/** Bins up to 27.5 Hz: as many even as odd ones. */
export const MODULATION_BINS = 110;

/** Bins of one parity, 0, 2, … or 1, 3, … */
const BINS: number = MODULATION_BINS / 2;

/** What a track is folded to: the frames from 0 to a quarter. */
const FOLDED: number = QUARTER + 1;

/** Cosines and sines of bins of one parity at those frames, `[bins, frames]`. */
interface Waves {
  readonly cosines: Float64Array;
  readonly sines: Float64Array;
}

const WAVES: () => readonly [even: Waves, odd: Waves] = /* @__PURE__ */ once(() => {
  const waves = (parity: number, wave: (angle: number) => number): Float64Array =>
    Float64Array.from({ length: BINS * FOLDED }, (_, i) => {
      const bin = 2 * Math.floor(i / FOLDED) + parity;
      return wave((2 * Math.PI * ((bin * (i % FOLDED)) % LENGTH)) / LENGTH);
    });
  const [even, odd] = [0, 1].map((parity) => ({
    cosines: waves(parity, Math.cos),
    sines: waves(parity, Math.sin),
  }));
  return [even, odd];
});

/**
 * The modulation power of each channel: |DFT|² of its first 4 seconds less its mean, with zeros
 * after a shorter clip, over the number of the clip's frames.
 *
 * @returns `[110, channels]`: bins of 0.25 Hz as frames.
 */
export function modulationSpectrum(x: Tracks): Tracks {
  const { channels, frames } = x;
  const powers = zeroTracks(MODULATION_BINS, channels);
  const centres = means(x);
  WAVES().forEach(({ cosines, sines }, parity) => {
    const { even, odd } = folded(x, centres, parity === 0 ? 1 : -1);
    const re = matrixProduct(cosines, even, BINS, FOLDED, channels);
    const im = matrixProduct(sines, odd, BINS, FOLDED, channels);
    for (let bin = 0, from = 0; bin < BINS; bin++) {
      const to = (2 * bin + parity) * channels;
      for (let c = 0; c < channels; c++, from++) {
        powers.values[to + c] = (re[from] * re[from] + im[from] * im[from]) / frames;
      }
    }
  });
  return powers;
}

/**
 * Tracks of 101 frames whose sums with the cosines, and with the sines, of even bins (sign 1) or
 * odd ones (-1) are those of the first 400 frames less `centres`: waves of these bins repeat after
 * half of them, with this sign, and mirror around a quarter.
 */
function folded(
  { values, frames, channels }: Tracks,
  centres: Float64Array,
  sign: number,
): { even: Float64Array; odd: Float64Array } {
  const half = new Float64Array(HALF * channels);
  for (let t = 0, from = 0; t < Math.min(LENGTH, frames); t++) {
    const to = (t % HALF) * channels;
    const factor = t < HALF ? 1 : sign;
    for (let c = 0; c < channels; c++) half[to + c] += factor * (values[from++] - centres[c]);
  }
  const even = half.slice(0, FOLDED * channels);
  const odd = half.slice(0, FOLDED * channels);
  for (let t = 1; t < QUARTER; t++) {
    const near = t * channels;
    const far = (HALF - t) * channels;
    for (let c = 0; c < channels; c++) {
      even[near + c] += sign * half[far + c];
      odd[near + c] -= sign * half[far + c];
    }
  }
  return { even, odd };
}
