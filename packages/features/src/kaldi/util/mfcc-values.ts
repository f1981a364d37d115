import { filterFrame } from '../../kernels/filter-frame.ts';
import { writeLogarithms } from '../../kernels/write-logarithms.ts';
import type { Check } from '../../util/check-fields.ts';
import { badArgument } from '../../util/checks.ts';
import { dctMatrix } from '../../util/dct-matrix.ts';
import { boolean, integer, nonNegative } from '../../util/field-checks.ts';
import { MAX_ROWS } from '../../util/limits.ts';
import type { MfccFrameOptions } from '../kaldi-options.ts';
import { EPSILON, KaldiFrame } from './kaldi-frame.ts';
import type { KaldiValues } from './kaldi-frames.ts';
import { kaldiMelBank } from './kaldi-mel-bank.ts';
import { KALDI_FRAME_CHECKS, type KaldiSettings } from './kaldi-settings.ts';

/** A check for each option of a frame. */
export const MFCC_CHECKS: Readonly<Record<keyof MfccFrameOptions, Check>> = {
  ...KALDI_FRAME_CHECKS,
  numCeps: integer(1, MAX_ROWS),
  cepstralLifter: nonNegative,
  useEnergy: boolean,
};

/**
 * The coefficients of a frame.
 *
 * @throws {FeatureError} for more coefficients than bands.
 */
export function mfccValues(
  caller: string,
  settings: KaldiSettings,
  { numCeps = 13, cepstralLifter = 22, useEnergy = true }: MfccFrameOptions,
): KaldiValues {
  const { numMelBins, htkCompat } = settings;
  if (numCeps > numMelBins) {
    throw badArgument(caller, 'numCeps', `in [1, numMelBins=${numMelBins}]`, numCeps);
  }
  const frame = new KaldiFrame(settings);
  const filters = kaldiMelBank(settings);
  const sums = new Float64Array(numMelBins);
  const bands = new Float32Array(numMelBins);
  const weights = liftedCosines(numCeps, numMelBins, cepstralLifter);
  if (htkCompat) for (let m = 0; m < numMelBins; m++) weights[m] *= Math.SQRT2;
  // As in HTK, coefficient 0 comes after the others.
  const shift = htkCompat ? numCeps - 1 : 0;
  return {
    rows: numCeps,
    compute(values, start, out, at) {
      frame.load(values, start);
      filterFrame(filters, frame.power, sums, bands);
      writeLogarithms(bands, bands, EPSILON);
      for (let k = 0; k < numCeps; k++) {
        let sum = 0;
        for (let m = 0; m < numMelBins; m++) sum += weights[k * numMelBins + m] * bands[m];
        out[at + ((k + shift) % numCeps)] = sum;
      }
      if (useEnergy) out[at + shift] = frame.logEnergy[0];
    },
  };
}

/** The cosine transform, its rows multiplied by the lifter: `[numCeps, numMelBins]`. */
function liftedCosines(numCeps: number, numMelBins: number, lifter: number): Float64Array {
  return dctMatrix(numCeps, numMelBins, 2, 'ortho').map((weight, i) => {
    const k = Math.floor(i / numMelBins);
    return lifter > 0 ? weight * (1 + (lifter / 2) * Math.sin((Math.PI * k) / lifter)) : weight;
  });
}
