import { filterFrame } from '../../kernels/filter-frame.ts';
import { writeLogarithms } from '../../kernels/write-logarithms.ts';
import type { Check } from '../../util/check-fields.ts';
import { boolean } from '../../util/field-checks.ts';
import type { FbankFrameOptions } from '../kaldi-options.ts';
import { EPSILON, KaldiFrame } from './kaldi-frame.ts';
import type { KaldiValues } from './kaldi-frames.ts';
import { kaldiMelBank } from './kaldi-mel-bank.ts';
import { KALDI_FRAME_CHECKS, type KaldiSettings } from './kaldi-settings.ts';

/** A check for each option of a frame. */
export const FBANK_CHECKS: Readonly<Record<keyof FbankFrameOptions, Check>> = {
  ...KALDI_FRAME_CHECKS,
  useEnergy: boolean,
  useLogFbank: boolean,
  usePower: boolean,
};

/** The bands of a frame, and its energy. */
export function fbankValues(
  settings: KaldiSettings,
  { useEnergy = false, useLogFbank = true, usePower = true }: FbankFrameOptions,
): KaldiValues {
  const { numMelBins, htkCompat } = settings;
  const frame = new KaldiFrame(settings);
  const filters = kaldiMelBank(settings);
  const sums = new Float64Array(numMelBins);
  const bands = new Float32Array(numMelBins);
  const energyFirst = useEnergy && !htkCompat ? 1 : 0;
  return {
    rows: numMelBins + (useEnergy ? 1 : 0),
    compute(values, start, out, at) {
      frame.load(values, start);
      const { power } = frame;
      if (!usePower) for (let k = 0; k < power.length; k++) power[k] = Math.sqrt(power[k]);
      filterFrame(filters, power, sums, bands);
      if (useLogFbank) writeLogarithms(bands, bands, EPSILON);
      for (let m = 0; m < numMelBins; m++) out[at + energyFirst + m] = bands[m];
      if (useEnergy) out[at + (htkCompat ? numMelBins : 0)] = frame.logEnergy[0];
    },
  };
}
