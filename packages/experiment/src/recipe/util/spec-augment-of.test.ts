import { seeded } from '@ser/testing';
import { expect, it } from 'vitest';
import type { SpecAugmentRecipe } from '../recipe.ts';
import { specAugmentOf } from './spec-augment-of.ts';

const FRAMES = 20;
const FEATURES = 6;
const SIZE = 3;

/** Masks a batch of examples whose values all differ, and says which values were masked. */
function masksOf(recipe: SpecAugmentRecipe): boolean[][][] {
  const x = Float32Array.from({ length: SIZE * FRAMES * FEATURES }, (_, i) => i);
  const masked = x.slice();
  specAugmentOf(recipe)(masked, { shape: [FRAMES, FEATURES], size: SIZE, random: seeded(2) });
  return Array.from({ length: SIZE }, (_, e) =>
    Array.from({ length: FRAMES }, (_, t) =>
      Array.from({ length: FEATURES }, (_, j) => {
        const i = (e * FRAMES + t) * FEATURES + j;
        return masked[i] !== x[i];
      }),
    ),
  );
}

it('masks all features of neighbouring frames, at most as many as allowed', () => {
  const examples = masksOf({ timeMasks: 1, timeWidth: 4, frequencyMasks: 0 });
  for (const frames of examples) {
    const hidden = frames.flatMap((frame, t) => (frame.some(Boolean) ? [t] : []));
    expect(hidden.length).toBeLessThanOrEqual(4);
    hidden.forEach((t, i) => {
      expect(t).toBe(hidden[0] + i);
      expect(frames[t].every(Boolean)).toBe(true);
    });
  }
  expect(examples.flat(2).some(Boolean)).toBe(true);
});

it('masks neighbouring features in every frame, at most as many as allowed', () => {
  const examples = masksOf({ timeMasks: 0, frequencyMasks: 1, frequencyWidth: 3 });
  for (const frames of examples) {
    expect(new Set(frames.map((frame) => frame.join())).size).toBe(1);
    expect(frames[0].filter(Boolean).length).toBeLessThanOrEqual(3);
  }
  expect(examples.flat(2).some(Boolean)).toBe(true);
});

it('gives each example masks of its own', () => {
  const [first, ...others] = masksOf({}).map((frames) => frames.join());
  for (const other of others) expect(other).not.toBe(first);
});

it('fills masks with the example’s own mean', () => {
  const x = Float32Array.of(1, 3, 10, 30);
  const options = { shape: [2, 1], size: 2, random: () => 0.999 };
  specAugmentOf({ timeMasks: 1, timeWidth: 2, frequencyMasks: 0 })(x, options);
  expect([...x]).toEqual([2, 2, 20, 20]);
});

it('masks nothing where the recipe asks for no masks', () => {
  expect(masksOf({ timeMasks: 0, frequencyMasks: 0 }).flat(2).some(Boolean)).toBe(false);
});

it('has the defaults of specAugment', () => {
  const shape = [100, 80];
  // The largest draws show the widths, and others how many masks there are.
  const mask = (recipe: SpecAugmentRecipe) =>
    [seeded(2), () => 0.9999].map((random) => {
      const x = Float32Array.from({ length: 8000 }, (_, i) => i);
      specAugmentOf(recipe)(x, { shape, size: 1, random });
      return x;
    });
  const defaults = { timeMasks: 2, timeWidth: 40, frequencyMasks: 2, frequencyWidth: 27 };
  const found = mask({});
  expect(found).toEqual(mask(defaults));
  // Each of them counts.
  for (const [key, value] of Object.entries(defaults)) {
    expect(mask({ ...defaults, [key]: value + 1 })).not.toEqual(found);
  }
});
