import { ln } from '../../kernels/log10.ts';
import { FRAME_RATE } from '../analysis-rate.ts';
import type { Group } from '../group.ts';
import { countOf, runsOf } from '../masks.ts';
import { percentile } from '../order.ts';
import { deviationOf, greatestOf, meanOf } from './of-list.ts';

const NAMES: readonly string[] = [
  ...['share', 'periodicityMean', 'voicedPeriodicityMean', 'voicedPeriodicityStd'],
  ...['voicedPeriodicityQ10', 'voicedPeriodicityQ90', 'runMean', 'runMax', 'runRate'],
  ...['seconds', 'logSeconds', 'runs', 'quietShare'],
];

/** How much of the clip is voiced, how clearly, in how many runs of which length, in frames. */
export const voicing: Group = {
  names: () => [...NAMES],
  compute({ frames, voiced, voicedFrames, periodicity, loudFrames }) {
    const runs = runsOf(voiced);
    const lengths = runs.length > 0 ? runs.map(([first, end]) => end - first) : [0];
    const clear = Float64Array.from(voicedFrames, (t) => periodicity[t]);
    const sorted = clear.toSorted();
    const seconds = frames / FRAME_RATE;
    return [
      countOf(voiced) / frames,
      meanOf(periodicity),
      meanOf(clear),
      deviationOf(clear),
      percentile(sorted, 10),
      percentile(sorted, 90),
      meanOf(lengths),
      greatestOf(lengths),
      runs.length / seconds,
      seconds,
      ln(seconds),
      runs.length,
      1 - loudFrames.length / frames,
    ];
  },
};
