import { ln } from '../kernels/log10.ts';
import { once } from '../util/once.ts';
import { centred, means } from './moments.ts';
import { type Tracks, zeroTracks } from './tracks.ts';

/** Frames of the transform: 4 seconds, so that a bin is 0.25 Hz. */
const LENGTH = 400;

/** A quarter of them: what is left of a sum once it is folded twice. */
const QUARTER: number = LENGTH / 4;

/** What keeps the logarithm of a still track finite. */
const FLOOR = 1e-2;

/** A band: from bin `first` to before bin `end`. */
export type Edges = readonly [first: number, end: number];

/** cos(2πn/400). */
const COSINES: () => Float64Array = /* @__PURE__ */ once(() =>
  Float64Array.from({ length: LENGTH }, (_, n) => Math.cos((2 * Math.PI * n) / LENGTH)),
);

/**
 * The logarithm of each channel's modulation power in bands: the spectrum of its first 4 seconds
 * less its mean, with zeros after a shorter clip; per frame of the clip.
 *
 * @returns `[bands, channels]`.
 */
export function modulationSpectrum(x: Tracks, bands: readonly Edges[]): Float64Array {
  const { channels, frames } = x;
  const folded = fold(centred(x, means(x)));
  const cosines = COSINES();
  const result = new Float64Array(bands.length * channels);
  bands.forEach(([first, end], band) => {
    const powers = result.subarray(band * channels, (band + 1) * channels);
    for (let bin = first; bin < end; bin++) {
      const parts = folded[bin % 2];
      addPower(parts.cosine, parts.sine, cosines, bin, powers);
    }
    for (let c = 0; c < channels; c++) powers[c] = ln(powers[c] / frames + FLOOR);
  });
  return result;
}

/** Tracks of 101 frames that have, with cosines or sines of bins of one parity, a track's sums. */
interface Folded {
  readonly cosine: Tracks;
  readonly sine: Tracks;
}

/** Folds tracks of 400 frames around a half, and around a quarter: those of even and of odd bins. */
function fold({ values, frames, channels }: Tracks): readonly [even: Folded, odd: Folded] {
  const at = (t: number, c: number): number => (t < frames ? values[t * channels + c] : 0);
  const half = (sign: number, t: number, c: number): number =>
    at(t, c) + sign * at(t + 2 * QUARTER, c);
  const make = (sign: number): Folded => {
    const cosine = zeroTracks(QUARTER + 1, channels);
    const sine = zeroTracks(QUARTER + 1, channels);
    for (let t = 0; t <= QUARTER; t++) {
      const mirrored = t > 0 && t < QUARTER ? 1 : 0;
      for (let c = 0; c < channels; c++) {
        const near = half(sign, t, c);
        const far = mirrored * half(sign, 2 * QUARTER - t, c);
        cosine.values[t * channels + c] = near + sign * far;
        sine.values[t * channels + c] = near - sign * far;
      }
    }
    return { cosine, sine };
  };
  return [make(1), make(-1)];
}

/** Adds the power of one bin of all channels. */
function addPower(
  { values: evens, channels }: Tracks,
  { values: odds }: Tracks,
  cosines: Float64Array,
  bin: number,
  powers: Float64Array,
): void {
  for (let c = 0; c < channels; c++) {
    let re = 0;
    let im = 0;
    for (let t = 0, at = c, n = 0; t <= QUARTER; t++, at += channels) {
      re += cosines[n] * evens[at];
      // The sine.
      im += cosines[n < QUARTER ? n + 3 * QUARTER : n - QUARTER] * odds[at];
      n += bin;
      if (n >= LENGTH) n -= LENGTH;
    }
    powers[c] += re * re + im * im;
  }
}
