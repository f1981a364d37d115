import { checkList } from '../util/check-list.ts';
import { checkObject, checkObjects } from '../util/check-objects.ts';
import { recordingOf } from './recording-of.ts';
import type { Row } from './row.ts';
import type { Split } from './split.ts';

/**
 * The clips that stand on no side of a split although their recording does: `speakerSplits` and
 * `holdoutSplit` leave out a twin of what is tested, and of what validates.
 *
 * @returns Names of clips, each once, sorted.
 * @throws {EvaluationError} `bad-argument` for rows or a split that are none.
 */
export function leftOutTwins(
  rows: readonly Pick<Row, 'clip' | 'recording'>[],
  split: Split,
): string[] {
  checkObjects('leftOutTwins', 'rows', rows, ['clip']);
  checkObject('leftOutTwins', 'split', split);
  const { train, validation, test, adaptation = [] } = split;
  const sides = { train, validation, test, adaptation };
  const used = Object.entries(sides).flatMap(([side, indices]) => {
    checkList('leftOutTwins', `split.${side}`, indices);
    return indices.map((i) => rows[i]);
  });
  checkObjects('leftOutTwins', 'rows at `split`', used, ['clip']);
  const clips = new Set(used.map(({ clip }) => clip));
  const recordings = new Set(used.map(recordingOf));
  const twins = rows.filter((row) => !clips.has(row.clip) && recordings.has(recordingOf(row)));
  return [...new Set(twins.map(({ clip }) => clip))].sort();
}
