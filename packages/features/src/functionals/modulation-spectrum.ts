import { matrixProduct } from '../kernels/matrix-product.ts';
import { DOUBLE_BYTES } from '../kernels/wasm/bytes.ts';
import { type FunctionalKernels, functionalKernels } from '../kernels/wasm/kernels.ts';
import { Room } from '../kernels/wasm/room.ts';
import { once } from '../util/once.ts';
import { means } from './moments.ts';
import { beside, type Tracks, zeroTracks } from './tracks.ts';

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
 * The modulation power of each channel of tracks beside each other: |DFT|² of its first 4 seconds less its mean, with zeros
 * after a shorter clip, over the number of the clip's frames.
 *
 * @returns `[110, channels]`: bins of 0.25 Hz as frames.
 */
export function modulationSpectrum(...parts: readonly Tracks[]): Tracks {
  const channels = parts.reduce((sum, part) => sum + part.channels, 0);
  const room = new Room();
  const places = reserve(room, channels);
  const kernels = functionalKernels(room.bytes);
  return kernels ? onKernel(kernels, places, parts, channels) : inJavaScript(beside(...parts));
}

/** Where the kernel has its room. */
interface Places {
  readonly values: number;
  readonly centres: number;
  readonly waves: readonly number[];
  readonly scratch: number;
  readonly out: number;
}

function reserve(room: Room, channels: number): Places {
  const columns = columnsOf(channels);
  return {
    values: room.reserve(DOUBLE_BYTES * (LENGTH * channels + COLUMNS)),
    centres: room.reserve(DOUBLE_BYTES * columns),
    waves: [0, 1].map(() => room.reserve(2 * DOUBLE_BYTES * ROWS * FOLDED)),
    scratch: room.reserve(DOUBLE_BYTES * columns * (HALF + 2 * FOLDED + 2 * ROWS)),
    out: room.reserve(DOUBLE_BYTES * MODULATION_BINS * channels),
  };
}

function onKernel(
  { memory, modulationPowers }: FunctionalKernels,
  places: Places,
  parts: readonly Tracks[],
  channels: number,
): Tracks {
  const [{ frames }] = parts;
  const { buffer } = memory;
  const columns = columnsOf(channels);
  const count = Math.min(LENGTH, frames);
  const values = new Float64Array(buffer, places.values, count * channels + COLUMNS);
  const centres = new Float64Array(buffer, places.centres, columns);
  let first = 0;
  for (const part of parts) {
    for (let t = 0, from = 0; t < count; t++) {
      const to = t * channels + first;
      for (let c = 0; c < part.channels; c++) values[to + c] = part.values[from++];
    }
    centres.set(means(part), first);
    first += part.channels;
  }
  // The kernel reads beyond the last frame; what comes of it is not used.
  values.fill(0, count * channels);
  centres.fill(0, channels);
  const out = new Float64Array(buffer, places.out, MODULATION_BINS * channels);
  WAVES().forEach(({ cosines, sines }, parity) => {
    const waves = places.waves[parity];
    new Float64Array(buffer, waves, cosines.length).set(cosines);
    // The kernel takes two rows at a time, so the sines begin after an even number of them.
    new Float64Array(buffer, waves + DOUBLE_BYTES * ROWS * FOLDED, sines.length).set(sines);
    modulationPowers(
      places.values,
      count,
      channels,
      columns,
      places.centres,
      HALF,
      parity === 0 ? 1 : -1,
      waves,
      BINS,
      frames,
      places.scratch,
      places.out + DOUBLE_BYTES * parity * channels,
    );
  });
  return { values: out.slice(), frames: MODULATION_BINS, channels };
}

/** The kernel computes two rows and eight columns at a time. */
const ROWS: number = BINS + (BINS % 2);
const COLUMNS = 8;
const columnsOf = (channels: number): number => COLUMNS * Math.ceil(channels / COLUMNS);

function inJavaScript(x: Tracks): Tracks {
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
