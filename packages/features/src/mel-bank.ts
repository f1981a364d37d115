import { dot } from './dot.ts';
import { type MelFilterOptions, mel } from './filters/mel.ts';
import { type Matrix, zeros } from './matrix.ts';

/** Mel filters without their zeros: a band touches a few neighbouring bins. */
interface MelBank {
  readonly bins: number;
  readonly bands: readonly { readonly start: number; readonly weights: Float32Array }[];
}

// One configuration is used over and over; a bound keeps a program that tries many from growing.
const CACHE_SIZE = 16;
const cache = new Map<string, MelBank>();

/** The filters of `filters.mel`, built once a configuration and kept. */
export function melBank(options: MelFilterOptions): MelBank {
  const { sampleRate, nFft, nMels, fMin, fMax, htk, norm } = options;
  const key = [sampleRate, nFft, nMels, fMin, fMax, htk, norm].map(String).join();
  let bank = cache.get(key);
  if (!bank) {
    bank = withoutZeros(mel(options));
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(key, bank);
  }
  return bank;
}

function withoutZeros({ data, shape: [count, bins] }: Matrix): MelBank {
  const bands = Array.from({ length: count }, (_, m) => {
    const row = data.subarray(m * bins, (m + 1) * bins);
    const start = Math.max(
      0,
      row.findIndex((weight) => weight !== 0),
    );
    const end = row.findLastIndex((weight) => weight !== 0) + 1;
    return { start, weights: row.slice(start, Math.max(start, end)) };
  });
  return { bins, bands };
}

/** Band energies `[bands, frames]` of frames `[frames, bins]`. */
export function applyMelBank({ bands, bins }: MelBank, frames: Float32Array): Matrix {
  const count = frames.length / bins;
  const energies = zeros(bands.length, count);
  for (let m = 0; m < bands.length; m++) {
    const { start, weights } = bands[m];
    for (let t = 0; t < count; t++) {
      energies.data[m * count + t] = dot(weights, 0, frames, t * bins + start, weights.length);
    }
  }
  return energies;
}
