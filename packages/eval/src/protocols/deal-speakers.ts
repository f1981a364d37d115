import { EvaluationError } from '../evaluation-error.ts';
import type { Row } from '../splits/row.ts';
import { checkObject } from '../util/check-objects.ts';
import { dealGroups } from '../util/deal-groups.ts';
import { describe } from '../util/describe.ts';
import type { SpeakerLists } from './protocol.ts';

const MOST_FOLDS = 5;

/**
 * Lists of speakers for data without a literature that names any: the speakers are dealt so that
 * folds are alike in labels and clips, into five folds, or into as many as there are speakers, and
 * the first fold is the hold-out. The lists depend on who says which labels how often, not on the
 * order of the rows.
 *
 * @param rows one a clip; speakers called '' are nobody
 * @returns The speakers of each fold are sorted. Null for fewer than two speakers, whom no protocol
 *   of speakers can split.
 * @throws {EvaluationError} `bad-argument` for what is no list of rows
 * @see scikit-learn's `StratifiedGroupKFold`, without shuffling
 *
 * @example
 * dealSpeakers([
 *   { speaker: 'ann', label: 'sad' },
 *   { speaker: 'bob', label: 'sad' },
 *   { speaker: 'cy', label: 'sad' },
 * ]);
 * // { folds: [['ann'], ['bob'], ['cy']], holdout: ['ann'], dealt: true }
 */
export function dealSpeakers(rows: Iterable<Pick<Row, 'speaker' | 'label'>>): SpeakerLists | null {
  const counts = countLabels(rows);
  if (counts.size < 2) return null;
  // A fold without speakers tests nothing: fewer folds have none such.
  for (let count = Math.min(MOST_FOLDS, counts.size); ; count--) {
    const folds = Array.from({ length: count }, (): string[] => []);
    for (const [speaker, fold] of dealGroups(counts, count)) folds[fold].push(speaker);
    if (count > 2 && folds.some((fold) => fold.length === 0)) continue;
    for (const fold of folds) fold.sort();
    return { folds, holdout: folds[0], dealt: true };
  }
}

/** How many rows of each label each speaker has, by the sorted speakers. */
function countLabels(rows: Iterable<Pick<Row, 'speaker' | 'label'>>): Map<string, Float64Array> {
  const caller = 'dealSpeakers';
  if (typeof rows === 'string' || !(Symbol.iterator in Object(rows))) {
    const message = `${caller}: \`rows\` must be a list of rows, got ${describe(rows)}`;
    throw new EvaluationError('bad-argument', message);
  }
  const found = new Map<string, Map<string, number>>();
  const labels = new Set<string>();
  let i = 0;
  for (const row of rows) {
    checkObject(caller, `rows[${i++}]`, row, ['speaker', 'label']);
    const { speaker, label } = row;
    if (speaker === '') continue;
    const own = found.get(speaker) ?? new Map<string, number>();
    found.set(speaker, own.set(label, (own.get(label) ?? 0) + 1));
    labels.add(label);
  }
  const columns = [...labels].sort();
  return new Map(
    [...found.keys()].sort().map((speaker) => {
      const own = found.get(speaker);
      return [speaker, Float64Array.from(columns, (label) => own?.get(label) ?? 0)];
    }),
  );
}
