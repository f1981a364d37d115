import { seeded } from '@ser/testing';
import { describe, expect, it } from 'vitest';
import { compareAtLag } from './compare-sounds.ts';
import { fitLag } from './fit-lag.ts';
import { isSameSound } from './same-sound.ts';
import { withoutClick } from './without-click.ts';

function noise(length: number, seed: number): Float32Array {
  const random = seeded(seed);
  // Two neighbours together: less of what lies above the highest band.
  const white = Float32Array.from({ length: length + 1 }, () => random() - 0.5);
  return Float32Array.from({ length }, (_, i) => white[i] + white[i + 1]);
}

type Pair = readonly [Float32Array, Float32Array];

/** The same three syllables of two noises, which agree by `correlation`. */
function whispers(correlation: number, length = 14_000): Pair {
  const [first, second] = [noise(length, 1), noise(length, 1001)];
  const syllable = (i: number, centre: number, width: number): number =>
    Math.exp(-(((i / 8000 - centre) / width) ** 2));
  const envelope = (i: number): number =>
    0.01 + syllable(i, 0.25, 0.1) + 1.3 * syllable(i, 0.75, 0.13) + 0.9 * syllable(i, 1.4, 0.1);
  const rest = Math.sqrt(1 - correlation ** 2);
  return [
    first.map((x, i) => envelope(i) * x),
    first.map((x, i) => envelope(i) * (correlation * x + rest * second[i])),
  ];
}

/** A tone and its copy in noise, which swell and fade. */
function tones(loudness: number): Pair {
  const hiss = noise(6000, 3);
  const tone = (gain: number): Float32Array =>
    hiss.map((x, i) => Math.exp(-(((i - 2800) / 2000) ** 2)) * (Math.sin(i * 0.4) + gain * x));
  return [tone(0), tone(loudness)];
}

describe('how much two sounds must agree to be one', () => {
  // Each pair lies within 0.01 of a bound, on both sides of it.
  it.each([
    [0.4, whispers(0.45), false],
    [0.4, whispers(0.457), true],
    [0.9, whispers(0.902, 4000), false],
    [0.9, whispers(0.908, 4000), true],
  ])('is %d where nothing goes on as it was', (bound, pair, same) => {
    const { similarity } = compareAtLag(...pair, 0);
    expect(similarity).toBeAllclose(bound, { rtol: 0, atol: 0.01 });
    expect(similarity >= bound).toBe(same);
    expect(isSameSound(...pair)).toBe(same);
  });

  it.each([
    [0.26, false],
    [0.24, true],
  ])('is 0.99, after the best shift, where both are steady: noise of %d', (loudness, same) => {
    const [a, b] = tones(loudness);
    const { similarity } = compareAtLag(a, fitLag(a, b, 0), 0);
    expect(similarity).toBeAllclose(0.99, { rtol: 0, atol: 0.001 });
    expect(similarity >= 0.99).toBe(same);
    expect(isSameSound(a, b)).toBe(same);
    expect(isSameSound(b, a)).toBe(same);
  });

  it.each([
    [7500, 5, false],
    [8000, 6, true],
  ])('is more in %d samples, which are %d segments', (length, segments, same) => {
    const pair = whispers(0.75, length);
    expect(compareAtLag(...pair, 0).segments).toBe(segments);
    expect(isSameSound(...pair)).toBe(same);
  });
});

describe('two sounds with one click each', () => {
  const hiss = (loudness: number, seed: number): Float32Array =>
    noise(16_000, seed).map((x) => loudness * x);
  const click = (sound: Float32Array, height: number): Float32Array =>
    sound.map((x, i) => (i === 6000 ? height : x));

  it('are not one where nothing is beside the one, and something beside the other', () => {
    const [bare, noisy] = [click(hiss(0, 1), 0.9), click(hiss(0.001, 1), 0.9)];
    expect(isSameSound(bare, bare)).toBe(true);
    expect(isSameSound(bare, noisy)).toBe(false);
    expect(isSameSound(noisy, bare)).toBe(false);
  });

  it('are compared as they are where the click holds most of one of them alone', () => {
    const [voice] = whispers(1);
    const energy = voice.reduce((sum, x) => sum + x * x, 0);
    // Three quarters of all energy, and six sevenths.
    const [low, high] = [3, 6].map((times) => click(voice, Math.sqrt(times * energy)));
    expect(withoutClick(low)).toBeUndefined();
    expect(withoutClick(high)).toBeDefined();
    expect(isSameSound(low, high)).toBe(true);
    expect(isSameSound(high, low)).toBe(true);
  });
});
