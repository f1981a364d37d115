import type { Samples } from '../../samples.ts';
import { loudPower } from '../../util/loud-power.ts';

/**
 * A copy of a clip, scaled so that the mean square of its loud frames is `level` dB of full scale
 * 1. Silence stays silence.
 *
 * @param samples Finite, and at least one.
 */
export function toLevel(samples: Samples, sampleRate: number, level: number): Samples {
  const gain = Math.sqrt(10 ** (level / 10) / loudPower(samples, sampleRate));
  const scaled = samples.slice();
  for (let i = 0; i < scaled.length; i++) scaled[i] *= gain;
  return scaled;
}
