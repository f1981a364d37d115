import { ln } from '../../kernels/log10.ts';
import { BANDS } from '../analysis-rate.ts';
import { bandNames, cepstrumNames } from '../channel-names.ts';
import { CEPSTRA } from '../descriptors/cepstra.ts';
import type { Group } from '../group.ts';
import type { Tracks } from '../tracks.ts';

/** A band of modulation, in bins of 0.25 Hz: from `first` to before `end`. */
type Edges = readonly [first: number, end: number];

/** From 0.25 to 25 Hz. */
const NINE: readonly Edges[] = [
  [1, 4],
  [4, 8],
  [8, 12],
  [12, 16],
  [16, 24],
  [24, 32],
  [32, 48],
  [48, 64],
  [64, 100],
];

/** From 0.25 to 27.5 Hz. */
const SIX: readonly Edges[] = [
  [1, 8],
  [8, 16],
  [16, 24],
  [24, 40],
  [40, 64],
  [64, 110],
];

/** What keeps the logarithm of a still track finite. */
const FLOOR = 1e-2;

const names = (channels: readonly string[], bands: readonly Edges[]): string[] =>
  bands.flatMap((_, i) => channels.map((channel) => `${channel}_band${i + 1}`));

/** The logarithm of the power of some channels in bands, `[bands, channels]`. */
function bandPowers(
  { values, channels }: Tracks,
  chosen: readonly number[],
  bands: readonly Edges[],
): Float64Array {
  const result = new Float64Array(bands.length * chosen.length);
  bands.forEach(([first, end], band) => {
    chosen.forEach((channel, c) => {
      let sum = 0;
      for (let bin = first; bin < end; bin++) sum += values[bin * channels + channel];
      result[band * chosen.length + c] = ln(sum + FLOOR);
    });
  });
  return result;
}

const range = (first: number, end: number): number[] =>
  Array.from({ length: end - first }, (_, i) => first + i);

// Where channels are in the modulation spectrum of a clip.
const CEPSTRUM = BANDS;
const LEVEL: number = CEPSTRUM + CEPSTRA;
const PITCH: number = LEVEL + 1;
const PERIODICITY: number = PITCH + 1;

/** How fast level, five cepstra and pitch change. */
export const prosodyModulation: Group = {
  names: () => names(['level', ...cepstrumNames(6).slice(1), 'pitch'], NINE),
  compute: (clip) =>
    bandPowers(clip.modulation(), [LEVEL, ...range(CEPSTRUM + 1, CEPSTRUM + 6), PITCH], NINE),
};

/** How fast cepstra, pitch and periodicity change. */
export const cepstraModulation: Group = {
  names: () => names([...cepstrumNames(), 'pitch', 'periodicity'], NINE),
  compute: (clip) =>
    bandPowers(clip.modulation(), [...range(CEPSTRUM, LEVEL), PITCH, PERIODICITY], NINE),
};

/** How fast the mel bands change. */
export const melModulation: Group = {
  names: () => names(bandNames(), SIX),
  compute: (clip) => bandPowers(clip.modulation(), range(0, BANDS), SIX),
};
