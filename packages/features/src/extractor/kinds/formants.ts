import { integer, within } from '../../util/field-checks.ts';
import { findFormants } from '../../voice/util/find-formants.ts';
import { checkFormants } from '../../voice/util/formant-settings.ts';
import { toSound } from '../../voice/util/sound.ts';
import type { FeatureKind } from '../feature-kind.ts';
import { bridgeGaps } from '../util/bridge-gaps.ts';

/**
 * Formants as Praat finds them by Burg's method, in Hz: frequencies `f1` … `f5`, then bandwidths
 * `b1` … `b5`. There is one frame for each of the extractor's, around the same middle, but 50 ms
 * long, whatever those are.
 *
 * A frame without a formant has the value on the line between the frames around it that have it,
 * beyond the last one that frame's, and 0 in a clip where no frame has it.
 */
export interface FormantsConfig {
  readonly kind: 'formants';
  /** How many formants. Default 5. */
  readonly maxFormants?: number;
  /**
   * Highest frequency of a formant in Hz: about 5,000 for men, 5,500 for women, 8,000 for children.
   * Default 5500.
   */
  readonly formantCeiling?: number;
}

const DEFAULT_FORMANTS = 5;

export const formantsKind: FeatureKind<FormantsConfig> = {
  kind: 'formants',
  checks: { maxFormants: integer(1, 20), formantCeiling: within(1000, 48_000) },
  names: ({ maxFormants = DEFAULT_FORMANTS }) =>
    ['f', 'b'].flatMap((letter) =>
      Array.from({ length: maxFormants }, (_, i) => `${letter}${i + 1}`),
    ),
  rows({ maxFormants = DEFAULT_FORMANTS, formantCeiling }, analysis) {
    const { samples, config, nFft, hopLength } = analysis;
    const sound = toSound('formants', samples, config.sampleRate);
    const settings = checkFormants('formants', sound, { maxFormants, formantCeiling });
    const { count } = analysis.frames();
    const first = config.center === false ? Math.floor(nFft / 2) : 0;
    const times = Float64Array.from(
      { length: count },
      (_, t) => sound.start + (first + t * hopLength) * sound.step,
    );
    const { frequency, bandwidth } = findFormants(sound, settings, () => times);
    const data = new Float32Array(2 * maxFormants * count);
    data.set(frequency);
    data.set(bandwidth, maxFormants * count);
    for (let row = 0; row < 2 * maxFormants; row++) {
      bridgeGaps(data.subarray(row * count, (row + 1) * count));
    }
    return { data, shape: [2 * maxFormants, count] };
  },
};
