import { EvaluationError } from './evaluation-error.ts';

/** The variant that is no augmentation; only such rows validate and test. */
export const ORIGINAL = 'original';

/** What a split must know of one row of features. */
export interface Row {
  /** The recording that the row was made from. */
  clip: string;
  label: string;
  actor: number;
  channel: Channel;
  /** `original`, or the name of an augmentation. */
  variant: string;
}

export type Channel = 'speech' | 'song';

/** Indices into the rows that were given. */
export interface Split {
  train: number[];
  /** For early stopping and every other choice. */
  validation: number[];
  /** Chooses nothing. */
  test: number[];
}

/** A clip and the indices of its rows. */
export interface ClipRows {
  clip: string;
  label: string;
  original: number;
  all: number[];
}

/**
 * The clips of some channels in the order of their names, so that no split depends on the order
 * of the rows.
 *
 * @throws {EvaluationError} `bad-argument` when the rows of a clip contradict each other, or it
 *   has not exactly one `original`.
 */
export function groupByClip(
  caller: string,
  rows: readonly Row[],
  channels: readonly Channel[],
): ClipRows[] {
  const clips = new Map<string, number[]>();
  rows.forEach((row, i) => {
    if (!channels.includes(row.channel)) return;
    const indices = clips.get(row.clip);
    if (indices) indices.push(i);
    else clips.set(row.clip, [i]);
  });
  return [...clips.keys()].sort().map((clip) => {
    const all = clips.get(clip) ?? [];
    const { label, actor } = rows[all[0]];
    if (all.some((i) => rows[i].label !== label || rows[i].actor !== actor)) {
      throw new EvaluationError(
        'bad-argument',
        `${caller}: all \`rows\` of the clip ${clip} must have one label and one actor, ` +
          `got ${all.map((i) => `${rows[i].label} of ${rows[i].actor}`).join(', ')}`,
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
