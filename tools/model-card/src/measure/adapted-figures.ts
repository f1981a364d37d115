import { expectedCalibrationError } from '@ser/eval';
import type { AdaptedFigures } from '../results/results.ts';
import { atTemperature } from '../util/at-temperature.ts';
import { rounded } from '../util/rounded.ts';
import type { Heard } from '../voices/hear.ts';
import type { TestedClip } from '../voices/test-voices.ts';
import { measuredFolds, uarOf } from './measured.ts';

/** The figures of voices of whom so many clips were heard, scored at a temperature. */
export function adaptedFigures(
  labels: readonly string[],
  heard: Heard,
  tested: readonly TestedClip[],
  temperature: number,
): AdaptedFigures {
  const seeds = [...new Set(tested.map(({ seed }) => seed))];
  const each = seeds.map((seed) => uarOf(tested.filter((clip) => clip.seed === seed)));
  return {
    heard,
    ...measuredFolds(tested),
    deviation: rounded(deviationOf(each)),
    calibrationError: rounded(
      expectedCalibrationError(
        tested.map(({ truth }) => truth),
        tested.map(({ scores }) => atTemperature(scores, temperature)),
        { labels },
      ),
    ),
  };
}

/** With n - 1; of one value 0. */
function deviationOf(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}
