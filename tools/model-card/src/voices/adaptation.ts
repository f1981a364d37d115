import { ORIGINAL, recordingOf } from '@ser/eval';
import { type Table, voiceAverages } from '@ser/experiment';

/** How little a few clips are trusted; `PRIOR_CLIPS` of `@ser/experiment`'s voice offsets. */
export const PRIOR_CLIPS = 2;

/** Brings clips of a table's voices to the average voice, as `@ser/recognizer` does. */
export interface Adaptation {
  /**
   * The features of a tested clip in each of its versions, moved, the clip itself first.
   *
   * @param row the clip's row without a variant
   * @param heard rows without a variant of the clips that were heard of this voice; those that hold
   *   the tested clip's recording do not count
   */
  versionsOf(row: number, heard: readonly number[]): Float32Array[];
}

/**
 * @param train the rows that trained, of one condition
 * @param versions the variants in which a clip is scored beside the clip itself
 */
export function adaptation(
  table: Table,
  train: readonly number[],
  versions: readonly string[],
): Adaptation {
  const { rows, x, names } = table;
  const size = names.length;
  const averages = voiceAverages(table, train);
  const averageOf = (variant: string): Float64Array => averages.get(variant) as Float64Array;
  const base = averageOf(ORIGINAL);
  const rowOf = new Map(rows.map(({ clip, variant }, i) => [JSON.stringify([clip, variant]), i]));
  const features = (row: number, variant: string): Float32Array => {
    const at = rowOf.get(JSON.stringify([rows[row].clip, variant])) as number;
    return x.subarray(at * size, (at + 1) * size);
  };
  return {
    versionsOf(row, heard) {
      const recording = recordingOf(rows[row]);
      const others = heard.filter(
        (other) =>
          rows[other].speaker === rows[row].speaker && recordingOf(rows[other]) !== recording,
      );
      const n = others.length;
      return [ORIGINAL, ...versions].map((variant) => {
        const average = averageOf(variant);
        const sum = new Float64Array(size);
        for (const other of others) {
          const own = features(other, variant);
          for (let k = 0; k < size; k++) sum[k] += own[k];
        }
        return features(row, variant).map((value, k) => {
          const fromAverage = n === 0 ? 0 : (n / (n + PRIOR_CLIPS)) * (sum[k] / n - average[k]);
          return value - (fromAverage + (average[k] - base[k]));
        });
      });
    },
  };
}
