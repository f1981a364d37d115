import { bootstrapInterval, type Prediction } from '@ser/eval';
import { FIGURE_NAMES, type Figures, type Interval, METRICS } from '@ser/experiment';

/** How many voices figures are of, and how far other voices could move them. */
export interface SpeakerIntervals {
  /** Those that have a name. */
  speakers: number;
  /** 95 %, from drawing whole speakers. Absent for fewer than two, and where one has no name. */
  intervals?: Record<keyof Figures, Interval>;
}

/** The intervals of predictions over their speakers, as `ser crossvalidate` has them. */
export function speakerIntervals(
  predictions: readonly Pick<Prediction, 'speaker' | 'truth' | 'predicted'>[],
): SpeakerIntervals {
  const groups = predictions.map(({ speaker }) => speaker);
  const speakers = new Set(groups.filter((name) => name !== '')).size;
  if (speakers < 2 || groups.includes('')) return { speakers };
  const entries = FIGURE_NAMES.map((name): [string, Interval] => {
    const compute = (indices: readonly number[]): number =>
      METRICS[name].compute(
        indices.map((i) => predictions[i].truth),
        indices.map((i) => predictions[i].predicted),
      );
    const { low, high } = bootstrapInterval(predictions.length, compute, { groups });
    return [name, { low, high }];
  });
  return { speakers, intervals: Object.fromEntries(entries) as Record<keyof Figures, Interval> };
}
