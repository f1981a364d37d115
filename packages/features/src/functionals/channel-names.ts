import { BANDS } from './analysis-rate.ts';
import { CEPSTRA } from './descriptors/cepstra.ts';
import { DESCRIBED_CEPSTRA } from './descriptors/descriptors.ts';

const counted = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${name}${i + 1}`);

/** `c1` … `c24`. */
export const cepstrumNames = (count: number = CEPSTRA): string[] => counted('c', count);

/** `mel1` … `mel64`. */
export const bandNames = (): string[] => counted('mel', BANDS);

/** The channels of the joint tracks: `c1` … `c16`, `level`, `pitch`, `periodicity`. */
export const jointNames = (): string[] => [
  ...cepstrumNames(DESCRIBED_CEPSTRA),
  'level',
  'pitch',
  'periodicity',
];

/** `c1_c1`, `c1_c2`, …: pairs of channels of the joint tracks, each once. */
export const pairNames = (): string[] =>
  jointNames().flatMap((a, i, all) => all.slice(i).map((b) => `${a}_${b}`));
