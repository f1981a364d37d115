import type { Clip, Labels, Problem } from '@ser/corpus';
import type { DataSet } from './data-set.ts';

/** Gives the clips below paths, or in zips. */
type Source<Info extends Labels> = DataSet<Info>['fromDirectory'];

/**
 * A data set that lists the same places once, however often it is asked: what its clips are is
 * needed before a plan is made, and folders on a cluster's disk are slow to list.
 */
export function rememberClips<Info extends Labels>(dataSet: DataSet<Info>): DataSet<Info> {
  return {
    ...dataSet,
    fromDirectory: remembered(dataSet.fromDirectory),
    fromZip: remembered(dataSet.fromZip),
  };
}

function remembered<Info extends Labels>(source: Source<Info>): Source<Info> {
  const kept = new Map<string, { clips: Clip<Info>[]; problems: Problem[] }>();
  return async function* (paths, { onProblem }) {
    const key = JSON.stringify(paths);
    const known = kept.get(key);
    if (known) {
      known.problems.forEach(onProblem);
      yield* known.clips;
      return;
    }
    const [clips, problems]: [Clip<Info>[], Problem[]] = [[], []];
    const note = (problem: Problem): void => {
      problems.push(problem);
      onProblem(problem);
    };
    for await (const clip of source(paths, { onProblem: note })) {
      clips.push(clip);
      yield clip;
    }
    kept.set(key, { clips, problems });
  };
}
