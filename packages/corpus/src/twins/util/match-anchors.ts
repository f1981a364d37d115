import { COEFFICIENTS, type Fingerprint } from '../fingerprint.ts';

/** The distance within which two anchors may be the same one; vectors have the length 127. */
export const RADIUS = 16;

/** Two anchors that may be the same place in one recording. */
export interface AnchorMatch {
  /** Seconds from the start of each sound. */
  a: number;
  b: number;
  /** The square of the distance of their surroundings. */
  distance: number;
}

/** The pairs of anchors of two sounds that may be the same place, nearest first. */
export function matchAnchors(a: Fingerprint, b: Fingerprint): AnchorMatch[] {
  const matches: AnchorMatch[] = [];
  a.anchors.forEach((anchorA, i) => {
    b.anchors.forEach((anchorB, j) => {
      // The middle of the energy is no peak of it.
      if ((i === 0) !== (j === 0)) return;
      const distance = squaredDistance(a.codes, i * COEFFICIENTS, b.codes, j * COEFFICIENTS);
      if (distance <= RADIUS ** 2) matches.push({ a: anchorA, b: anchorB, distance });
    });
  });
  return matches.sort((x, y) => x.distance - y.distance);
}

/** The square of the distance of two vectors, or a number above `RADIUS ** 2` where it is larger. */
export function squaredDistance(a: Int8Array, atA: number, b: Int8Array, atB: number): number {
  let sum = 0;
  for (let i = 0; i < COEFFICIENTS && sum <= RADIUS ** 2; i++) {
    const difference = a[atA + i] - b[atB + i];
    sum += difference * difference;
  }
  return sum;
}
