import type { RealFft } from '../../kernels/fft/real-fft.ts';
import { nearestMaximum } from './nearest-maximum.ts';

/**
 * The ratio of harmonics to noise in dB: of an autocorrelation, its maximum nearest to the period
 * over what is missing to its value at 0. 0 where it has no positive maximum.
 *
 * P. Boersma (1993): Accurate short-term analysis of the fundamental frequency and the
 * harmonics-to-noise ratio of a sampled sound. IFA Proceedings 17.
 *
 * @param fft Its signal and spectrum are overwritten.
 * @param period Samples.
 */
export function harmonicsToNoise(fft: RealFft, magnitudes: Float64Array, period: number): number {
  for (let k = 0; k < fft.bins; k++) {
    fft.spectrum[2 * k] = magnitudes[k] * magnitudes[k];
    fft.spectrum[2 * k + 1] = 0;
  }
  fft.inverse();
  const lags = fft.signal.subarray(0, fft.bins);
  const at = nearestMaximum(lags, Math.floor(period), lags.length, 'lower');
  if (at < 0 || lags[at] <= 0 || lags[at] >= lags[0]) return 0;
  return 10 * Math.log10(lags[at] / (lags[0] - lags[at]));
}
