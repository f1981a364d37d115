import { expect, test } from 'vitest';
import type { NamedWindow } from '../../filters/get-window.ts';
import { windowBandwidth } from './window-bandwidth.ts';

// What `librosa.filters.window_bandwidth` of 0.11 gives, from its table or from 1000 samples.
const KNOWN: readonly [window: NamedWindow, bandwidth: number][] = [
  ['hann', 1.50018310546875],
  ['hamming', 1.3629455320350348],
  ['boxcar', 1],
  ['triang', 1.3331706523555851],
  ['cosine', 1.2337005350199792],
  ['flattop', 2.7762255046484143],
  ['flt', 2.7762255046484143],
  ['lanczos', 1.2990341679415653],
  ['tukey', 1.2222222222222223],
  [['kaiser', 6], 1.4668275378581426],
  [['gaussian', 100], 2.8209511529528095],
];

test.each(KNOWN)('%s', (window, bandwidth) => {
  // Sums of cosines, whose last bits differ.
  expect(windowBandwidth(window)).toBeAllclose(bandwidth, { rtol: 1e-12, atol: 0 });
});
