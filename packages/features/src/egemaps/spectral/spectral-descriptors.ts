import { planFft } from '../../kernels/fft/plan-fft.ts';
import type { EgemapsFraming } from '../framing.ts';
import { SPECTRAL_NAMES } from '../names.ts';
import { balance } from './balance.ts';
import { CEPSTRA, cepstra } from './cepstra.ts';
import { decibels } from './decibels.ts';
import { flux, fluxBins } from './flux.ts';
import { equalLoudness, loudness } from './loudness.ts';
import { BANDS, melBands } from './mel-bands.ts';
import { slope, slopeOf } from './slope.ts';

/** The bands in Hz whose spectra have a slope. */
const LOW_SLOPE: [lowest: number, highest: number] = [0, 500];
const HIGH_SLOPE: [lowest: number, highest: number] = [500, 1500];

/**
 * What eGeMAPS says of the spectrum of each 20 ms frame, not yet smoothed: ten tracks, in the order
 * of their names.
 *
 * @param samples With `nFft` zeros after the clip.
 */
export function spectralDescriptors(
  samples: Float32Array,
  framing: EgemapsFraming,
): Float32Array[] {
  const { hop, nFft, binHz, spectralFrames } = framing;
  const tracks = SPECTRAL_NAMES.map(() => new Float32Array(spectralFrames));
  const [loud, alpha, hammarberg, low, high, change, ...mfcc] = tracks;
  const fft = planFft(nFft);
  const window = hamming(framing);
  const lowSlope = slope(...LOW_SLOPE, binHz);
  const highSlope = slope(...HIGH_SLOPE, binHz);
  const sloped = highSlope.first + highSlope.weights.length;
  const { alphaRatio, hammarbergIndex } = balance(binHz, fft.bins);
  const changing = fluxBins(binHz, fft.bins);
  const mel = melBands(framing);
  const heard = mel.centres.map(equalLoudness);

  const powers = new Float64Array(fft.bins);
  const levels = new Float64Array(sloped);
  const bands = new Float64Array(BANDS);
  const coefficients = new Float64Array(CEPSTRA);
  let before = new Float32Array(fft.bins);
  let magnitudes = new Float32Array(fft.bins);
  for (let t = 0; t < spectralFrames; t++) {
    fft.load(samples, t * hop, window);
    fft.forward();
    fft.magnitudes(magnitudes, 0);
    for (let k = 0; k < powers.length; k++) powers[k] = magnitudes[k] * magnitudes[k];
    for (let k = 0; k < sloped; k++) levels[k] = decibels(powers[k]);
    mel.apply(powers, bands);
    loud[t] = loudness(bands, heard);
    alpha[t] = alphaRatio(powers);
    hammarberg[t] = hammarbergIndex(powers);
    low[t] = slopeOf(lowSlope, levels);
    high[t] = slopeOf(highSlope, levels);
    change[t] = t === 0 ? 0 : flux(before, magnitudes, changing);
    cepstra(bands, coefficients);
    for (let c = 0; c < CEPSTRA; c++) mfcc[c][t] = coefficients[c];
    [before, magnitudes] = [magnitudes, before];
  }
  return tracks;
}

/** A symmetric Hamming window, and zeros up to the transform's length. */
function hamming({ size, nFft }: EgemapsFraming): Float64Array {
  const window = new Float64Array(nFft);
  for (let i = 0; i < size; i++) {
    window[i] = 0.54 - 0.46 * Math.cos((2 * Math.PI * i) / (size - 1));
  }
  return window;
}
