import type { OptionNames } from '@ser/internal';
import { checkOptions } from '../util/check-options.ts';
import { badArgument, checkInteger } from '../util/checks.ts';

/** The note A0 in Hz, four octaves below A440. */
const A0 = 27.5;

/** The options of `pitchTuning`. */
export interface PitchTuningOptions {
  /** Width of a step in fractions of a bin, in (0, 1). Default 0.01, a cent. */
  resolution?: number;
  /** Bins in an octave. Default 12. */
  binsPerOctave?: number;
}

/** The names of the options. */
export const PITCH_TUNING_OPTIONS: OptionNames<PitchTuningOptions> = {
  resolution: true,
  binsPerOctave: true,
};

/**
 * The most frequent deviation of frequencies from A440's scale; librosa's `pitch_tuning`.
 *
 * @param frequencies In Hz; values that are not above 0 do not count.
 * @returns The deviation in [-0.5, 0.5) of a bin; 0 when there is no frequency.
 * @throws {FeatureError} for what is no list of numbers, and for options out of range.
 */
export function pitchTuning(
  frequencies: ArrayLike<number>,
  options: PitchTuningOptions = {},
): number {
  checkOptions('pitchTuning', options, PITCH_TUNING_OPTIONS);
  const { resolution = 0.01, binsPerOctave = 12 } = options;
  if (!(resolution > 0 && resolution < 1)) {
    throw badArgument('pitchTuning', 'resolution', 'in (0, 1)', resolution);
  }
  checkInteger('pitchTuning', 'binsPerOctave', binsPerOctave, 1);
  if (typeof frequencies?.length !== 'number' || typeof frequencies === 'string') {
    throw badArgument('pitchTuning', 'frequencies', 'a list of numbers', frequencies);
  }
  const f32 = Math.fround;
  const steps = Math.ceil(1 / resolution);
  const edge = (i: number): number => (i === steps ? 0.5 : i * (1 / steps) - 0.5);
  const counts = new Uint32Array(steps);
  for (let i = 0; i < frequencies.length; i++) {
    const frequency = frequencies[i];
    if (!(frequency > 0)) continue;
    // In float32 as in librosa, so that a deviation near an edge falls on the same side.
    const bins = f32(binsPerOctave * f32(Math.log2(f32(frequency / A0))));
    let deviation = bins - Math.floor(bins);
    if (deviation >= 0.5) deviation -= 1;
    let step = Math.min(steps - 1, Math.floor((deviation + 0.5) * steps));
    while (step > 0 && deviation < edge(step)) step--;
    while (step < steps - 1 && deviation >= edge(step + 1)) step++;
    counts[step]++;
  }
  const most = counts.reduce((best, count, i) => (count > counts[best] ? i : best), 0);
  return counts[most] === 0 ? 0 : edge(most);
}
