import { COEFFICIENTS, type Fingerprint } from '../fingerprint.ts';
import { RADIUS, squaredDistance } from './match-anchors.ts';

/** Two sounds whose fingerprints are close. */
export interface NearPair {
  /** Their places in the list; `a` is the lower one. */
  a: number;
  b: number;
  /** The square of the distance of their nearest anchors. */
  distance: number;
}

/** Sounds behind it in the list with which one is paired, at most. */
const MOST = 8;
/** The coefficients that differ most from sound to sound. They choose an anchor's cell. */
const AXES = [0, 1, 3, 5];
/** Cells along an axis; a cell is as wide as the radius, so a match lies in a cell beside it. */
const CELLS: number = Math.ceil(256 / RADIUS) + 2;

/**
 * The pairs of sounds that have a place in common, by their fingerprints, nearest first. A sound is
 * paired with the 8 nearest ones behind it in the list, so that 20,000 copies of one sound give no
 * 200 million pairs.
 *
 * @param fingerprints Undefined for a sound that cannot be compared; it is in no pair.
 */
export function nearPairs(fingerprints: readonly (Fingerprint | undefined)[]): NearPair[] {
  const nearest = fingerprints.map((): NearPair[] => []);
  // Middles of the energy are compared with each other, and peaks with peaks.
  addPairs(nearest, fingerprints, (anchors) => [0, Math.min(1, anchors)]);
  addPairs(nearest, fingerprints, (anchors) => [1, anchors]);
  return nearest.flat().sort((x, y) => x.distance - y.distance || x.a - y.a || x.b - y.b);
}

/** Adds to `nearest`, for each sound, its pairs by the anchors that `range` takes of it. */
function addPairs(
  nearest: readonly NearPair[][],
  fingerprints: readonly (Fingerprint | undefined)[],
  range: (anchors: number) => [first: number, end: number],
): void {
  // Anchors by their cell. A sound is entered after its own search, from the last sound on.
  const cells = new Map<number, number[]>();
  const sounds: number[] = [];
  const codes = new Int8Array(
    COEFFICIENTS * fingerprints.reduce((sum, print) => sum + (print?.anchors.length ?? 0), 0),
  );
  for (let sound = fingerprints.length - 1; sound >= 0; sound--) {
    const print = fingerprints[sound];
    if (!print) continue;
    const start = sounds.length;
    const [first, end] = range(print.anchors.length);
    codes.set(print.codes.subarray(first * COEFFICIENTS, end * COEFFICIENTS), start * COEFFICIENTS);
    for (let i = first; i < end; i++) sounds.push(sound);
    const around = sounds.slice(start).map((_, i) => cellsAround(codes, start + i));
    around.forEach((numbers, i) => {
      for (const number of numbers) search(nearest[sound], start + i, cells.get(number) ?? []);
    });
    around.forEach(([own], i) => {
      const anchors = cells.get(own);
      if (anchors) anchors.push(start + i);
      else cells.set(own, [start + i]);
    });
  }

  function search(pairs: NearPair[], anchor: number, others: readonly number[]): void {
    for (let i = others.length - 1; i >= 0; i--) {
      // Nothing is nearer than equal.
      if (pairs.length === MOST && pairs[MOST - 1].distance === 0) return;
      const other = others[i];
      const distance = squaredDistance(codes, anchor * COEFFICIENTS, codes, other * COEFFICIENTS);
      if (distance > RADIUS ** 2) continue;
      insert(pairs, { a: sounds[anchor], b: sounds[other], distance });
    }
  }
}

/** Keeps a sound's nearest pairs in order, one for each other sound. */
function insert(pairs: NearPair[], pair: NearPair): void {
  const same = pairs.findIndex(({ b }) => b === pair.b);
  if (same >= 0 && pairs[same].distance <= pair.distance) return;
  if (same >= 0) pairs.splice(same, 1);
  const at = pairs.findIndex(({ distance }) => distance > pair.distance);
  pairs.splice(at < 0 ? pairs.length : at, 0, pair);
  if (pairs.length > MOST) pairs.pop();
}

/** The number of an anchor's own cell, and then those of the cells beside it. */
function cellsAround(codes: Int8Array, anchor: number): number[] {
  let numbers = [0];
  for (const axis of AXES) {
    const cell = Math.floor((codes[anchor * COEFFICIENTS + axis] + 128) / RADIUS) + 1;
    numbers = [0, -1, 1].flatMap((step) => numbers.map((n) => n * CELLS + cell + step));
  }
  return numbers;
}
