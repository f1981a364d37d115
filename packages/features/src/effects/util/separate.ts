import type { OptionNames } from '@ser/internal';
import { istft } from '../../core/istft.ts';
import { stft } from '../../core/stft.ts';
import { hpss, type Separated } from '../../decompose/hpss.ts';
import { checkHpss, type HpssOptions } from '../../decompose/util/hpss-options.ts';
import type { Samples } from '../../samples.ts';
import { checkOptions } from '../../util/check-options.ts';
import { framing, STFT_OPTIONS, type StftOptions } from '../../util/framing.ts';

/** The options of `hpss`, `harmonic` and `percussive`. */
export interface SeparationOptions extends StftOptions, Omit<HpssOptions, 'mask'> {}

/** The names of the options. */
const OPTIONS: OptionNames<SeparationOptions> = {
  ...STFT_OPTIONS,
  kernelSize: true,
  power: true,
  margin: true,
};

/**
 * Separates samples by their short-time spectrum.
 *
 * @returns What turns each part into as many samples as came, when it is called.
 */
export function separate(
  caller: string,
  samples: Samples,
  options: SeparationOptions,
): Separated<() => Float32Array> {
  checkOptions(caller, options, OPTIONS);
  const { kernelSize, power, margin, ...transform } = options;
  checkHpss(caller, { kernelSize, power, margin });
  framing(caller, transform);
  const spectrum = stft(samples, transform);
  const { harmonic, percussive } = hpss(spectrum, { kernelSize, power, margin });
  const { padMode: _, ...inverse } = transform;
  const { length } = samples;
  return {
    harmonic: () => istft(harmonic, { ...inverse, nFft: transform.nFft ?? 2048, length }),
    percussive: () => istft(percussive, { ...inverse, nFft: transform.nFft ?? 2048, length }),
  };
}
