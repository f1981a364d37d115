import type { OptionNames } from '@ser/internal';
import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import type { Matrix } from '../util/matrix.ts';
import { checkTimeStep } from './util/check-voice.ts';
import { findFormants } from './util/find-formants.ts';
import { checkFormants, FORMANT_SETTINGS, type FormantSettings } from './util/formant-settings.ts';
import { formantGrid, frameTimes } from './util/frame-grid.ts';
import { toSound } from './util/sound.ts';

/** The options of `formants`. The defaults are Praat's. */
export interface FormantsOptions extends FormantSettings {
  /** Samples per second. */
  sampleRate: number;
  /** Seconds from one frame to the next; null for a quarter of `windowLength`. Default null. */
  timeStep?: number | null;
}

/** The names of the options. */
const FORMANTS_OPTIONS: OptionNames<FormantsOptions> = {
  ...FORMANT_SETTINGS,
  sampleRate: true,
  timeStep: true,
};

/** The formants of each frame. */
export interface Formants {
  /** Seconds of the middle of each frame. */
  readonly times: Float64Array;
  /** Hz, `[maxFormants, frames]`, rising from row to row; NaN where a frame has fewer. */
  readonly frequencies: Matrix;
  /** Hz, `[maxFormants, frames]`; NaN where there is no formant. */
  readonly bandwidths: Matrix;
}

/**
 * Formants by linear prediction; Praat's "Sound: To Formant (burg)...": the sound at twice
 * `formantCeiling`, its high frequencies raised, in frames under a Gaussian-like window, their
 * coefficients by J. Burg's method, and the roots of these.
 *
 * A sound that is shorter than a frame, which is twice `windowLength`, is one frame. A sound of more
 * than a million samples is freed from what is above `formantCeiling` in stretches.
 *
 * @throws {FeatureError} for audio that is empty or not finite, and for options out of range.
 */
export function formants(samples: Samples, options: FormantsOptions): Formants {
  checkOptions('formants', options, FORMANTS_OPTIONS);
  const sound = toSound('formants', samples, options.sampleRate);
  const settings = checkFormants('formants', sound, options);
  const { windowLength, maxFormants } = settings;
  const timeStep = options.timeStep ?? 0.25 * windowLength;
  checkTimeStep('formants', timeStep, sound.sampleRate);
  const { times, frequency, bandwidth } = findFormants(sound, settings, (resampled) =>
    frameTimes(formantGrid(resampled, 2 * windowLength, timeStep)),
  );
  const shape = [Math.floor(maxFormants), times.length] as const;
  return {
    times,
    frequencies: { data: Float32Array.from(frequency), shape },
    bandwidths: { data: Float32Array.from(bandwidth), shape },
  };
}
