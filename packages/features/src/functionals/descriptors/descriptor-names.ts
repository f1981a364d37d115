import { numbered } from '../../extractor/util/numbered.ts';
import { DESCRIBED_CEPSTRA } from './descriptors.ts';

/** The low-level descriptors: `cepstrum_1` … `cepstrum_16`, `level`, `pitch`, `periodicity`. */
export const descriptorNames = (): string[] => [
  ...numbered('cepstrum', DESCRIBED_CEPSTRA),
  'level',
  'pitch',
  'periodicity',
];
