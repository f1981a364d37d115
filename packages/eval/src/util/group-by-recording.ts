import { recordingOf } from '../splits/recording-of.ts';
import type { Row } from '../splits/row.ts';
import { type ClipRows, groupByClip } from './group-by-clip.ts';
import { groupIndices } from './group-indices.ts';

/** A recording and the clips that hold it; without twins it is one. */
export interface Recording {
  /** The label of the first clip by name. Twins may contradict each other. */
  label: string;
  clips: ClipRows[];
}

/**
 * The recordings of the rows that `isUsed` chooses, in the order of their first clips' names.
 *
 * @throws {EvaluationError} as `groupByClip`.
 */
export function groupByRecording(
  caller: string,
  rows: readonly Row[],
  isUsed: (row: Row) => boolean,
): Recording[] {
  const clips = groupByClip(caller, rows, isUsed);
  const groups = groupIndices(clips.map(({ original }) => recordingOf(rows[original])));
  return Array.from(groups.values(), (indices) => ({
    label: clips[indices[0]].label,
    clips: indices.map((i) => clips[i]),
  }));
}
