import { seeded } from '@ser/testing';
import { describe, expect, it } from 'vitest';
import { compareAtLag, compareSounds, dot, findLag } from './compare-sounds.ts';

/** Samples of a segment of an eighth of a second at 8 kHz. */
const SEGMENT = 1000;
const random = seeded(7);
/** Two sounds of one segment that have length 1 and nothing in common. */
const [FIRST, SECOND] = [0, 1].map((phase) =>
  Float32Array.from(
    { length: SEGMENT },
    (_, i) => Math.sin((2 * Math.PI * (100 * i + 250 * phase)) / SEGMENT) / Math.sqrt(SEGMENT / 2),
  ),
);

/** Pairs of segments, of which each has a correlation and a loudness. */
function pairOf(segments: readonly (readonly [correlation: number, loudness: number])[]): {
  a: Float32Array;
  b: Float32Array;
} {
  const a: number[] = [];
  const b: number[] = [];
  for (const [correlation, loudness] of segments) {
    const rest = Math.sqrt(1 - correlation ** 2);
    FIRST.forEach((x, i) => {
      a.push(loudness * x);
      b.push(loudness * (correlation * x + rest * SECOND[i]));
    });
  }
  return { a: Float32Array.from(a), b: Float32Array.from(b) };
}
const evenly = (...correlations: number[]) => pairOf(correlations.map((c) => [c, 1] as const));
/** Float32 rounds each sample. */
const TOLERANCE = { rtol: 0, atol: 1e-5 };

describe('compareAtLag', () => {
  it.each<[number, number[]]>([
    [0.7, [0.7]],
    [0.5, [0.5, 0.9, 0.8]],
    [0.6, [0.9, 0.5, 0.6, 0.8]],
    [0.6, [0.9, 0.5, 0.6, 0.8, 0.95, 0.85, 0.7]],
    [0.65, [0.9, 0.5, 0.65, 0.6, 0.8, 0.95, 0.85, 0.7]],
  ])('gives the lower quartile, %d, of the correlations %j', (quartile, correlations) => {
    const { a, b } = evenly(...correlations);
    const { similarity, segments } = compareAtLag(a, b, 0);
    expect(similarity).toBeAllclose(quartile, TOLERANCE);
    expect(segments).toBe(correlations.length);
  });

  it('takes the polarity in which the whole sounds agree', () => {
    const { a, b } = evenly(-0.9, -0.8, 0.1, -0.7);
    // Turned over they are 0.9, 0.8, -0.1 and 0.7.
    expect(compareAtLag(a, b, 0).similarity).toBeAllclose(0.7, TOLERANCE);
    expect(compareAtLag(b, a, 0).similarity).toBeAllclose(0.7, TOLERANCE);
  });

  it('compares segments that have a twentieth of the energy of the loudest, or more', () => {
    const quiet = Math.sqrt(0.051);
    const quieter = Math.sqrt(0.049);
    const of = (loudness: number) => {
      const { a, b } = pairOf([
        [0.9, 1],
        [0.3, loudness],
        [0.9, 1],
      ]);
      return compareAtLag(a, b, 0);
    };
    expect(of(quiet).segments).toBe(3);
    expect(of(quiet).similarity).toBeAllclose(0.3, TOLERANCE);
    expect(of(quieter).segments).toBe(2);
    expect(of(quieter).similarity).toBeAllclose(0.9, TOLERANCE);
  });

  it('compares a segment that is loud in one of them alone', () => {
    const { a, b } = evenly(0.9, 0.9, 0.9);
    a.fill(0, SEGMENT, 2 * SEGMENT);
    for (const { similarity, segments } of [compareAtLag(a, b, 0), compareAtLag(b, a, 0)]) {
      expect(segments).toBe(3);
      expect(similarity).toBe(0);
    }
  });

  it('leaves out a rest of less than half a segment, unless it is all there is', () => {
    const { a, b } = evenly(0.9, 0.9, 0.9);
    expect(compareAtLag(a, b.subarray(0, 2499), 0).segments).toBe(2);
    expect(compareAtLag(a, b.subarray(0, 2500), 0).segments).toBe(3);
    expect(compareAtLag(a.subarray(0, 400), b.subarray(0, 400), 0).segments).toBe(1);
  });

  it('moves the second by the lag, forwards and backwards', () => {
    const { a } = evenly(...new Array(6).fill(1));
    const noise = Float32Array.from(a, () => random() - 0.5);
    const moved = Float32Array.from([...new Float32Array(300), ...noise]);
    expect(compareAtLag(noise, moved, 300)).toMatchObject({ segments: 6 });
    expect(compareAtLag(noise, moved, 300).similarity).toBeAllclose(1, TOLERANCE);
    expect(compareAtLag(moved, noise, -300).similarity).toBeAllclose(1, TOLERANCE);
    expect(compareAtLag(noise, moved, 299).similarity).toBeLessThan(0.2);
  });

  it('gives 0 where less than half of the shorter sound lies over the other', () => {
    const noise = Float32Array.from({ length: 6 * SEGMENT }, () => random() - 0.5);
    const other = Float32Array.from([...noise.subarray(3 * SEGMENT), ...noise]);
    // Three of six segments, and then two.
    expect(compareAtLag(noise, other, -3 * SEGMENT).segments).toBe(3);
    expect(compareAtLag(noise, other, -3 * SEGMENT).similarity).toBeAllclose(1, TOLERANCE);
    expect(compareAtLag(noise, noise.subarray(4 * SEGMENT), -4 * SEGMENT)).toMatchObject({
      segments: 2,
      similarity: expect.closeTo(1, 5),
    });
    const four = Float32Array.from([...noise.subarray(4 * SEGMENT), ...noise]);
    expect(compareAtLag(noise, four, -4 * SEGMENT)).toEqual({ similarity: 0, segments: 2 });
  });

  it('gives 0 where nothing lies over the other', () => {
    const { a, b } = evenly(1, 1);
    expect(compareAtLag(a, b, 2 * SEGMENT)).toEqual({ similarity: 0, segments: 0 });
  });
});

describe('findLag', () => {
  const noise = Float32Array.from({ length: 9600 }, () => random() - 0.5);
  const movedBy = (lag: number): Float32Array =>
    Float32Array.from(noise, (_, i) => noise[i - lag] ?? 0);

  it.each([0, 37, -37, 160, -160])('finds a lag of %d samples by the nearest anchors', (lag) => {
    expect(findLag(noise, movedBy(lag), { a: 4800, b: 4800 })).toBe(lag);
  });

  it('looks no further than 20 ms from the anchors', () => {
    expect(findLag(noise, movedBy(161), { a: 4800, b: 4800 })).not.toBe(161);
    expect(findLag(noise, movedBy(161), { a: 4800, b: 4801 })).toBe(161);
    expect(findLag(noise, movedBy(-161), { a: 4801.4, b: 4800 })).toBe(-161);
  });

  it('finds that of a sound turned over', () => {
    const turned = movedBy(12).map((x) => -x);
    expect(findLag(noise, turned, { a: 4800, b: 4800 })).toBe(12);
  });

  it.each([
    [1560, 1590, true],
    [1770, 2400, false],
  ])('sees what is %d to %d samples from the anchor: %s', (from, to, isSeen) => {
    const ring = noise.map((x, i) => {
      const distance = Math.abs(i - 4800);
      return distance >= from && distance < to ? x : 0;
    });
    const late = Float32Array.from(ring, (_, i) => ring[i - 9] ?? 0);
    expect(findLag(ring, late, { a: 4800, b: 4800 }) === 9).toBe(isSeen);
  });

  it('is that at which `compareSounds` compares', () => {
    const { similarity, segments } = compareSounds(noise, movedBy(37), { a: 4800, b: 4800 });
    expect(similarity).toBeAllclose(1, TOLERANCE);
    expect(segments).toBe(10);
  });
});

it('dot sums what lies in both, and zeros beyond their ends', () => {
  const a = Float32Array.of(1, 2, 3);
  const b = Float32Array.of(10, 20, 30, 40);
  expect(dot(a, b, { at: 0, lag: 0, length: 3 })).toBe(140);
  expect(dot(a, b, { at: 0, lag: 1, length: 3 })).toBe(200);
  expect(dot(a, b, { at: 0, lag: -1, length: 3 })).toBe(80);
  expect(dot(a, b, { at: 1, lag: 0, length: 1 })).toBe(40);
  expect(dot(a, b, { at: -2, lag: 0, length: 3 })).toBe(10);
  expect(dot(a, b, { at: 0, lag: 2, length: 9 })).toBe(110);
});
