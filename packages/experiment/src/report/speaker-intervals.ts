import { bootstrapInterval, type Prediction } from '@ser/eval';
import { type Figures, METRICS, mapFigures } from '../run/figures.ts';

/** Bounds that hold with a probability of 95 %. */
export interface Interval {
  low: number;
  high: number;
}

/** How far figures vary with the speakers. */
export interface SpeakerIntervals {
  /** How many speakers have names. */
  speakers: number;
  /**
   * Of each figure, by drawing whole speakers again. Absent where they are fewer than two, or where
   * some rows are nobody's: how many voices those are, no one knows.
   */
  intervals?: Record<keyof Figures, Interval>;
}

/**
 * Intervals of the figures of predictions over their speakers.
 *
 * @param predictions those of a speaker called '' are nobody's
 * @see `bootstrapInterval` of @ser/eval, with its defaults
 */
export function speakerIntervals(
  predictions: readonly Pick<Prediction, 'speaker' | 'truth' | 'predicted'>[],
): SpeakerIntervals {
  const groups = predictions.map(({ speaker }) => speaker);
  const names = new Set(groups);
  const isAnyUnknown = names.delete('');
  const speakers = names.size;
  if (isAnyUnknown || speakers < 2) return { speakers };
  const interval = (key: keyof Figures): Interval => {
    const { low, high } = bootstrapInterval(
      predictions.length,
      (indices) =>
        METRICS[key].compute(
          indices.map((i) => predictions[i].truth),
          indices.map((i) => predictions[i].predicted),
        ),
      { groups },
    );
    return { low, high };
  };
  return { speakers, intervals: mapFigures(interval) };
}
