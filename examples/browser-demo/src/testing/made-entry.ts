import type { FileEntry } from '../files/file-entry.ts';

/** An entry of the list of files, of a sound that was heard. */
export function madeEntry(
  id: number,
  name: string,
  best?: { label: string; score: number; duration: number },
): FileEntry {
  const scores = best
    ? [
        { label: best.label, score: best.score },
        { label: 'disgust', score: 1 - best.score },
      ]
    : [];
  const windows = [
    { start: 0, end: 1.5, scores, speech: true, familiar: null },
    { start: 1, end: 2.5, scores: [], speech: false, familiar: null },
  ];
  const answer = { scores, speech: scores.length > 0, familiar: true, windows: 0 };
  return {
    id,
    name,
    file: new File([], name),
    url: '',
    state: best ? 'done' : 'failed',
    analysis: best ? { duration: best.duration, answer, timeline: { length: 1.5, windows } } : {},
    error: best ? '' : 'it is no "WAV", but text',
    calibrated: false,
    synthetic: false,
  };
}
