import { EvaluationError } from '../evaluation-error.ts';
import type { SpeakerLists } from './protocol.ts';

const MOST_FOLDS = 5;

/**
 * Lists of speakers for data without a literature that names any: the sorted speakers are dealt in
 * turn into five folds, or into as many as there are speakers, and the first fold is the hold-out.
 * The lists depend on the names alone.
 *
 * @param speakers of the rows, each as often as it comes; '' is nobody's name
 * @returns null for fewer than two speakers, whom no protocol of speakers can split
 * @throws {EvaluationError} `bad-argument` for what is no list of strings
 *
 * @example
 * dealSpeakers(['ann', 'bob', 'cy', 'ann']);
 * // { folds: [['ann'], ['bob'], ['cy']], holdout: ['ann'], dealt: true }
 */
export function dealSpeakers(speakers: Iterable<string>): SpeakerLists | null {
  const known = [...namesIn(speakers)].sort();
  if (known.length < 2) return null;
  const count = Math.min(MOST_FOLDS, known.length);
  const folds = Array.from({ length: count }, (_, fold) =>
    known.filter((_, i) => i % count === fold),
  );
  return { folds, holdout: folds[0], dealt: true };
}

function namesIn(speakers: Iterable<string>): Set<string> {
  const fail = (got: string): never => {
    const message = `dealSpeakers: \`speakers\` must be the names of speakers, got ${got}`;
    throw new EvaluationError('bad-argument', message);
  };
  const isText = typeof speakers === 'string';
  if (isText || !(Symbol.iterator in Object(speakers))) fail(isText ? 'one string' : 'no list');
  const names = new Set<string>();
  for (const name of speakers) {
    if (typeof name !== 'string') fail(`a ${typeof name} among them`);
    if (name !== '') names.add(name);
  }
  return names;
}
