import type { NamedWindow } from '../../filters/get-window.ts';
import { badArgument } from '../checks.ts';
import type { ConstantQ } from './constant-q-options.ts';
import { windowBandwidth } from './window-bandwidth.ts';

/** The bandwidth of a bin that hears as the ear does: 24.7 Hz, and 0.108 of the frequency. */
const EAR = 24.7 / 0.108;

/** The bins of a variable-Q transform: what their filters are at any rate. */
export interface WaveletBins {
  /** Hz, ascending. */
  readonly frequencies: Float64Array;
  /** The lengths of the filters in seconds. */
  readonly seconds: Float64Array;
  /** The highest frequency in Hz that a filter hears. */
  readonly highest: number;
}

/** What the bins depend on. */
export interface WaveletBinsOptions
  extends Pick<ConstantQ, 'nBins' | 'binsPerOctave' | 'filterScale'> {
  /** The lowest bin in Hz, tuned. */
  readonly lowest: number;
  /** The ratios of an octave's bins to the first; null for equal steps. */
  readonly intervals: readonly number[] | null;
  /** By how many Hz every bin hears more than its part of an octave; null for the ear's. */
  readonly gamma: number | null;
  readonly window: NamedWindow;
}

/**
 * The bins from the lowest on; librosa's `interval_frequencies` and `filters.wavelet_lengths`
 * (C. Schörkhuber et al., "A Matlab toolbox for efficient perfect reconstruction time-frequency
 * transforms with log-frequency resolution", 2014).
 */
export function waveletBins(options: WaveletBinsOptions): WaveletBins {
  const { lowest, nBins, intervals, binsPerOctave, filterScale, gamma, window } = options;
  const perOctave = intervals?.length ?? binsPerOctave;
  const frequencies = Float64Array.from({ length: nBins }, (_, bin) => {
    const step = bin % perOctave;
    const ratio = intervals ? intervals[step] : 2 ** (step / perOctave);
    return lowest * 2 ** Math.floor(bin / perOctave) * ratio;
  }).sort();
  const seconds = new Float64Array(nBins);
  const spread = windowBandwidth(window) / 2;
  let highest = 0;
  frequencies.forEach((frequency, bin) => {
    const bandwidth = intervals && nBins > 1 ? between(frequencies, bin) : octavePart(perOctave);
    const wider = gamma ?? bandwidth * EAR;
    const q = filterScale / bandwidth;
    seconds[bin] = q / (frequency + wider / bandwidth);
    highest = Math.max(highest, frequency * (1 + spread / q) + wider / 2);
  });
  return { frequencies, seconds, highest };
}

/**
 * Throws where a filter hears beyond half of the rate.
 */
export function checkHighest(caller: string, { highest }: WaveletBins, sampleRate: number): void {
  if (highest <= sampleRate / 2) return;
  const reach = `low enough for filters up to sampleRate / 2 = ${sampleRate / 2} Hz at most`;
  const remedy = 'by fewer octaves, a lower fMin or samples of a higher rate';
  throw badArgument(
    caller,
    'nBins',
    `${reach} (${remedy})`,
    `filters up to ${highest.toFixed(1)} Hz`,
  );
}

/** The bandwidth of one of equal steps in an octave, as a part of its frequency. */
function octavePart(steps: number): number {
  const ratio = 2 ** (2 / steps);
  return (ratio - 1) / (ratio + 1);
}

/** The bandwidth of a bin by the distance of its neighbours, as a part of its frequency. */
function between(frequencies: Float64Array, bin: number): number {
  const below = Math.max(0, bin - 1);
  const above = Math.min(frequencies.length - 1, bin + 1);
  const octaves = Math.log2(frequencies[above]) - Math.log2(frequencies[below]);
  return octavePart((above - below) / octaves);
}
