import type { Row } from '@ser/eval';
import type { SplitRecord } from './split-record.ts';

/** What of a test the model has met before. */
export interface TrainingOverlap {
  /** Tested clips. */
  n: number;
  /**
   * How many of them trained the model, or chose when its training stopped, under their own names
   * or under those of other clips that hold the same recording.
   */
  clips: number;
  /** Tested speakers who trained or validated it, in these clips or in others; sorted. */
  speakers: string[];
}

/** Compares tested rows with those that trained or validated a run. */
export function trainingOverlap(
  { train, validation }: SplitRecord,
  rows: readonly Pick<Row, 'clip' | 'speaker' | 'recording'>[],
): TrainingOverlap {
  // A recording has the name of one of its clips.
  const clips = new Set(
    [train, validation].flatMap((side) => [...side.clips, ...(side.recordings ?? [])]),
  );
  const speakers = new Set([...train.speakers, ...validation.speakers]);
  // The empty name stands for a speaker who is not known.
  speakers.delete('');
  return {
    n: rows.length,
    clips: rows.filter(
      ({ clip, recording }) => clips.has(clip) || (recording !== undefined && clips.has(recording)),
    ).length,
    speakers: [...new Set(rows.map(({ speaker }) => speaker))]
      .filter((speaker) => speakers.has(speaker))
      .sort(),
  };
}

/**
 * What a reader of the figures must know; undefined when clips and voices are new.
 *
 * @param overlap undefined when nobody knows what the model was trained on
 */
export function overlapWarning(overlap: TrainingOverlap | undefined): string | undefined {
  if (!overlap) {
    return (
      'Note: the model’s folder does not say which clips it was trained on. ' +
      'If some of these were, the figures are too high.'
    );
  }
  const { n, clips, speakers } = overlap;
  if (clips > 0) {
    return (
      `WARNING: by their names, the model was trained on ${clips} of these ${n} clips, or validated ` +
      'on them. ' +
      'The figures say how well it remembers them, not how well it does on others.'
    );
  }
  if (speakers.length > 0) {
    return (
      'Note: by their names, these clips are new to the model, but it was trained or validated on other clips of ' +
      `the speakers ${speakers.join(', ')}: new voices are harder.`
    );
  }
  return undefined;
}
