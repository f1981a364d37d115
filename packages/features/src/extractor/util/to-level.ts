import type { Samples } from '../../samples.ts';
import { loudPower } from '../../util/loud-power.ts';

/**
 * Scales a clip so that the mean square of its loud frames is `level` dB of full scale
 * 1. Silence stays silence.
 *
 * @param samples Finite, and at least one.
 * @param scaled Where the samples go: as many. Default a copy.
 */
export function toLevel(
  samples: Samples,
  sampleRate: number,
  level: number,
  scaled: Samples = samples.slice(),
): Samples {
  const gain = Math.sqrt(10 ** (level / 10) / loudPower(samples, sampleRate));
  for (let i = 0; i < scaled.length; i++) scaled[i] = samples[i] * gain;
  return scaled;
}
