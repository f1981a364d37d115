import { seeded } from '@ser/testing';
import { expect, it } from 'vitest';
import { COEFFICIENTS, type Fingerprint } from '../fingerprint.ts';
import { type NearPair, nearPairs } from './near-pairs.ts';

const random = seeded(5);
/** A fingerprint near one of a few centres, which differ by about the radius. */
const someprint = (anchors: number): Fingerprint => ({
  anchors: new Float32Array(anchors),
  codes: Int8Array.from({ length: anchors * COEFFICIENTS }, (_, i) => {
    const axis = i % COEFFICIENTS;
    // The axes that choose a cell reach over all cells; the others stay close together.
    const isAxis = [0, 1, 3, 5].includes(axis);
    return isAxis ? Math.floor(random() * 3) * 11 - 128 * Math.round(random()) : random() * 3;
  }),
});

/** The pairs by comparing every anchor with every other one. */
function allPairs(prints: readonly (Fingerprint | undefined)[]): NearPair[] {
  const nearest = prints.map((print, a) => {
    const found: NearPair[] = [];
    prints.forEach((other, b) => {
      if (!print || !other || b <= a) return;
      let distance = Number.POSITIVE_INFINITY;
      for (let i = 0; i < print.anchors.length; i++) {
        for (let j = 0; j < other.anchors.length; j++) {
          if ((i === 0) !== (j === 0)) continue;
          let sum = 0;
          for (let k = 0; k < COEFFICIENTS; k++) {
            sum += (print.codes[i * COEFFICIENTS + k] - other.codes[j * COEFFICIENTS + k]) ** 2;
          }
          distance = Math.min(distance, sum);
        }
      }
      if (distance <= 256) found.push({ a, b, distance });
    });
    return found;
  });
  return nearest.flat().sort((x, y) => x.distance - y.distance || x.a - y.a || x.b - y.b);
}

it('finds the pairs that comparing all with all finds, nearest first', () => {
  const prints = Array.from({ length: 90 }, (_, i) =>
    i % 9 === 4 ? undefined : someprint(i % 7 === 0 ? 1 : 4),
  );
  const expected = allPairs(prints);
  const perSound = prints.map((_, i) => expected.filter(({ a }) => a === i).length);
  expect(expected.length).toBeGreaterThan(100);
  // Of none there are so many that only the nearest are kept.
  expect(Math.max(...perSound)).toBeLessThanOrEqual(8);
  expect(nearPairs(prints)).toEqual(expected);
});

it('keeps the eight nearest of the sounds behind one', () => {
  const at = (value: number): Fingerprint => ({
    anchors: new Float32Array(1),
    codes: Int8Array.from({ length: COEFFICIENTS }, (_, i) => (i === 7 ? value : 0)),
  });
  // Nine behind the first: 1 to 9 away, the nearest in the midst.
  const prints = [0, 9, 7, 5, 3, 1, 2, 4, 6, 8].map(at);
  const pairs = nearPairs(prints).filter(({ a }) => a === 0);
  expect(pairs.map(({ distance }) => Math.sqrt(distance))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(pairs.map(({ b }) => b)).toEqual([5, 6, 4, 7, 3, 8, 2, 9]);
});

it('of no sounds are none', () => {
  expect(nearPairs([])).toEqual([]);
  expect(nearPairs([undefined])).toEqual([]);
});
