import { type Figure, keyOf, ratioOf } from './figures.ts';

/** A ratio that is below this share of the committed one has fallen. */
const FALLEN = 0.8;

export interface Comparison {
  /** Rows whose ratio fell: what it was and what it is. */
  readonly fallen: readonly { key: string; was: number; is: number }[];
  /** Rows of the page that were not measured now, and why. */
  readonly unmeasured: readonly { key: string; reason: string }[];
  /** Rows that the page does not have yet, or has without a ratio. */
  readonly unknown: readonly string[];
}

/** Holds what was measured now against the committed page. Rows without a peer have no ratio. */
export function compare(committed: readonly Figure[], now: readonly Figure[]): Comparison {
  const past = new Map(committed.map((figure) => [keyOf(figure), figure]));
  const present = new Map(now.map((figure) => [keyOf(figure), figure]));
  const fallen: { key: string; was: number; is: number }[] = [];
  const unmeasured: { key: string; reason: string }[] = [];
  const unknown: string[] = [];
  for (const [key, figure] of past) {
    if (figure.peer === null) continue;
    const was = ratioOf(figure);
    const current = present.get(key);
    const is = current ? ratioOf(current) : null;
    if (is === null) {
      unmeasured.push({ key, reason: current?.missing ?? 'no longer a row' });
    } else if (was === null) unknown.push(key);
    else if (is < FALLEN * was) fallen.push({ key, was, is });
  }
  for (const [key, { peer }] of present) if (peer !== null && !past.has(key)) unknown.push(key);
  return { fallen, unmeasured, unknown };
}

/** Of two measurements of the same rows the better ones: the lower time of each side. */
export function better(first: readonly Figure[], second: readonly Figure[]): Figure[] {
  const again = new Map(second.map((figure) => [keyOf(figure), figure]));
  return first.map((figure) => {
    const other = again.get(keyOf(figure));
    if (!other) return figure;
    const ours = least(figure.ours, other.ours);
    const theirs = least(figure.theirs, other.theirs);
    return { ...figure, ours, theirs };
  });
}

function least(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}
