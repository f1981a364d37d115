import type { AdaptedConfig } from '../recognizer/recognizer-config.ts';
import { ORIGINAL } from './original.ts';
import type { VoiceSums } from './voice-sums.ts';

/**
 * How far a voice stands from the average voice, in each version of its clips.
 *
 * The voice is taken to stand n / (n + `priorClips`) of the way from the average voice to the mean
 * of the n clips that were heard. All offsets are from the average voice of the clips themselves:
 * what a version does to every voice is taken out with them. `voiceOffsets` of `@ser/experiment`
 * measures and trains by the same formula.
 *
 * @returns `[features]` by the version's name, to be subtracted.
 * @see Gauvain and Lee (1994), maximum a posteriori estimation of a mean
 */
export function voiceOffsets(
  { n, sums }: VoiceSums,
  { averages, priorClips }: Pick<AdaptedConfig, 'averages' | 'priorClips'>,
): Map<string, Float64Array> {
  const share = n / (n + priorClips);
  const base = averages[ORIGINAL];
  return new Map(
    [...sums].map(([name, sum]) => {
      const average = averages[name];
      const offset = sum.map(
        (total, j) => share * (total / n - average[j]) + (average[j] - base[j]),
      );
      return [name, offset];
    }),
  );
}
