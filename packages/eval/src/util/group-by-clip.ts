import { EvaluationError } from '../evaluation-error.ts';
import { recordingOf } from '../splits/recording-of.ts';
import { ORIGINAL, type Row } from '../splits/row.ts';
import { checkObjects } from './check-objects.ts';
import { groupIndices } from './group-indices.ts';
import { listed } from './listed.ts';

/** A clip and the indices of its rows. */
export interface ClipRows {
  clip: string;
  label: string;
  /** The row that is no augmentation. */
  original: number;
  all: number[];
}

/**
 * The clips of the rows that `isUsed` chooses. They come in the order of their names, so that no
 * split depends on the order of the rows.
 *
 * @throws {EvaluationError} `bad-argument` when the rows of a clip contradict each other, or it has
 *   not exactly one `original`.
 */
export function groupByClip(
  caller: string,
  rows: readonly Row[],
  isUsed: (row: Row) => boolean,
): ClipRows[] {
  checkObjects(caller, 'rows', rows, ['clip', 'label', 'speaker', 'variant']);
  const used = [...rows.keys()].filter((i) => isUsed(rows[i]));
  const clips = groupIndices(used.map((i) => rows[i].clip));
  return [...clips.keys()].sort().map((clip) => {
    const all = (clips.get(clip) ?? []).map((i) => used[i]);
    const { label, speaker } = rows[all[0]];
    if (all.some((i) => rows[i].label !== label || rows[i].speaker !== speaker)) {
      throw new EvaluationError(
        'bad-argument',
        `${caller}: all \`rows\` of the clip ${clip} must have one label and one speaker, ` +
          `got ${listed(all.map((i) => `${rows[i].label} of "${rows[i].speaker}"`))}`,
      );
    }
    const recordings = new Set(all.map((i) => recordingOf(rows[i])));
    if (recordings.size > 1) {
      throw new EvaluationError(
        'bad-argument',
        `${caller}: all \`rows\` of the clip ${clip} must have one recording, ` +
          `got ${listed(recordings)}`,
      );
    }
    const originals = all.filter((i) => rows[i].variant === ORIGINAL);
    if (originals.length !== 1) {
      throw new EvaluationError(
        'bad-argument',
        `${caller}: \`rows\` must hold one row of the clip ${clip} whose variant is ` +
          `"${ORIGINAL}", got ${originals.length} among ${all.length}`,
      );
    }
    return { clip, label, original: originals[0], all };
  });
}
