import { seeded } from '@ser/testing';
import { COEFFICIENTS, type Fingerprint } from '../twins/fingerprint.ts';
import { nearPairs } from '../twins/util/near-pairs.ts';

/** Half of the width of each coefficient of RAVDESS' clips. */
const SPREAD = [50, 60, 35, 55, 20, 55, 20, 20, 55, 20, 20, 45, 15, 20, 10, 35, 15, 20, 10, 30];

/** How many pairs there are among different sounds, as many as data sets of speech have. */
function pairDifferent(count: number): number {
  const random = seeded(3);
  const codes = (): Int8Array =>
    Int8Array.from({ length: 4 * COEFFICIENTS }, (_, i) => {
      const spread = SPREAD[i % COEFFICIENTS] ?? 15;
      return (random() - 0.5) * 2 * spread;
    });
  return nearPairs(listOf(count, () => ({ anchors: new Float32Array(4), codes: codes() }))).length;
}

/** How many pairs there are among copies of one sound. */
function pairEqual(count: number): number {
  const print = { anchors: new Float32Array(4), codes: new Int8Array(4 * COEFFICIENTS).fill(9) };
  return nearPairs(listOf(count, () => print)).length;
}

/** The numbers of pairs of both, one after the other. */
export function pairBoth(count: number): { different: number; equal: number } {
  return { different: pairDifferent(count), equal: pairEqual(count) };
}

function listOf(count: number, make: () => Fingerprint): Fingerprint[] {
  return Array.from({ length: count }, make);
}
