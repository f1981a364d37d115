import { bandNames, cepstrumNames } from '../channel-names.ts';
import type { Group } from '../group.ts';
import { type Edges, modulationSpectrum } from '../modulation-spectrum.ts';
import { beside, channelsOf, oneTrack } from '../tracks.ts';

/** Bands of modulation in bins of 0.25 Hz, from 0.25 to 25 Hz. */
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

/** The same from 0.25 to 27.5 Hz. */
const SIX: readonly Edges[] = [
  [1, 8],
  [8, 16],
  [16, 24],
  [24, 40],
  [40, 64],
  [64, 110],
];

const names = (channels: readonly string[], bands: readonly Edges[]): string[] =>
  bands.flatMap((_, i) => channels.map((channel) => `${channel}_band${i + 1}`));

/** How fast level, five cepstra and pitch change. */
export const prosodyModulation: Group = {
  names: () => names(['level', ...cepstrumNames(6).slice(1), 'pitch'], NINE),
  compute: ({ level, cepstra, line }) =>
    modulationSpectrum(beside(oneTrack(level), channelsOf(cepstra, 1, 6), oneTrack(line)), NINE),
};

/** How fast cepstra, pitch and periodicity change. */
export const cepstraModulation: Group = {
  names: () => names([...cepstrumNames(), 'pitch', 'periodicity'], NINE),
  compute: ({ cepstra, line, periodicity }) =>
    modulationSpectrum(beside(cepstra, oneTrack(line), oneTrack(periodicity)), NINE),
};

/** How fast the mel bands change. */
export const melModulation: Group = {
  names: () => names(bandNames(), SIX),
  compute: ({ bands }) => modulationSpectrum(bands, SIX),
};
