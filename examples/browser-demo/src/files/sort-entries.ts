import type { FileEntry } from './file-entry.ts';

export type SortKey = 'added' | 'name' | 'duration' | 'label' | 'score';

export interface SortOrder {
  readonly key: SortKey;
  readonly descending: boolean;
}

const compareNames = new Intl.Collator('en', { numeric: true }).compare;

const VALUES: Record<SortKey, (entry: FileEntry) => string | number | undefined> = {
  added: ({ id }) => id,
  name: ({ name }) => name,
  duration: ({ analysis }) => analysis.duration,
  label: ({ analysis }) => analysis.answer?.scores[0]?.label,
  score: ({ analysis }) => analysis.answer?.scores[0]?.score,
};

/** Entries in an order; those without a value stand at the end, and equal ones as they came. */
export function sortEntries(
  entries: readonly FileEntry[],
  { key, descending }: SortOrder,
): FileEntry[] {
  const value = VALUES[key];
  return [...entries].sort((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === undefined || right === undefined) {
      return Number(left === undefined) - Number(right === undefined);
    }
    const order =
      typeof left === 'string' ? compareNames(left, String(right)) : left - Number(right);
    return descending ? -order : order;
  });
}
