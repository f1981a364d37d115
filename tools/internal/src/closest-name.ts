/** The most edits of a typing error. Names further away are other names. */
const MOST_EDITS = 2;
/** A name that is longer may come from a hostile file; the distance takes time by its square. */
const LONGEST_NAME = 100;

/**
 * The name that was probably meant: the closest by edit distance, regardless of case and of
 * underscores. Undefined where none is close.
 */
export function closestName(name: string, names: readonly string[]): string | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  const plainName = plain(name);
  const distances = names.map((each) => editDistance(plainName, plain(each)));
  const least = Math.min(...distances);
  return least <= MOST_EDITS && least < name.length ? names[distances.indexOf(least)] : undefined;
}

/** `n_mfcc` and `nMfcc` are one name, as Python and JavaScript write it. */
function plain(name: string): string {
  return name.replaceAll(/[_-]/g, '').toLowerCase();
}

/** Levenshtein's edit distance: how many letters must be inserted, deleted or replaced. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[b.length];
}
