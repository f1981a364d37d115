import { CardError } from '../util/card-error.ts';

/** How far scores may differ: float32 in another order of sums. */
const TOLERANCE = 1e-4;

/** What two ways say of the same clips. */
interface Said {
  readonly clip: string;
  readonly scores: ArrayLike<number>;
}

/**
 * Throws where two ways to the same scores differ.
 *
 * @throws CardError `other-scores`
 */
export function checkEqual(what: string, found: readonly Said[], expected: readonly Said[]): void {
  const scoresOf = new Map(expected.map(({ clip, scores }) => [clip, scores]));
  for (const { clip, scores } of found) {
    const other = scoresOf.get(clip);
    const differs = (score: number, k: number): boolean =>
      !other || !(Math.abs(score - other[k]) <= TOLERANCE);
    const k = Array.from(scores).findIndex(differs);
    if (k < 0) continue;
    throw new CardError(
      'other-scores',
      `measure: ${what} must give the same scores within ${TOLERANCE}, ` +
        `got ${scores[k]} and ${other?.[k]} for ${clip}`,
    );
  }
}
