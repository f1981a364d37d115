import { seeded } from '@ser/testing';
import { expect, test } from 'vitest';
import { pitchShift } from '../effects/pitch-shift.ts';
import { timeStretch } from '../effects/time-stretch.ts';
import { signals } from '../testing/signals.ts';
import { addNoise } from './add-noise.ts';
import { applyVariant } from './apply-variant.ts';
import { REFERENCE_VARIANTS } from './reference-variants.ts';
import { shift } from './shift.ts';
import type { VariantStep } from './variant-config.ts';

const { tones } = signals();
const sampleRate = 22050;
const [noise, stretchPitch] = REFERENCE_VARIANTS;

test('the reference variants stand in the recipe’s order', () => {
  expect(REFERENCE_VARIANTS.map(({ name }) => name)).toEqual(['noise', 'stretch-pitch']);
});

test('the variant noise is the recipe’s noise', () => {
  const changed = applyVariant(tones, noise, { sampleRate, random: seeded(7) });
  expect(changed).toEqual(addNoise(tones, { random: seeded(7) }));
});

test('the variant stretch-pitch is slowed, then raised', () => {
  const changed = applyVariant(tones, stretchPitch, { sampleRate, random: seeded(7) });
  const slow = timeStretch(tones, { rate: 0.8 });
  expect(changed).toEqual(pitchShift(slow, { sampleRate, nSteps: 2 }));
  expect(changed.length).toBe(27562);
});

test('the variant stretch-pitch draws no random number', () => {
  const random = (): number => {
    throw new Error('drawn');
  };
  expect(() => applyVariant(tones, stretchPitch, { sampleRate, random })).not.toThrow();
});

test('samples of 64 bits are rounded once, at the end', () => {
  const samples = Float64Array.from(tones, (sample) => sample * 1.1);
  const changed = applyVariant(samples, noise, { sampleRate, random: seeded(7) });
  expect(changed).toEqual(addNoise(samples, { random: seeded(7) }));
});

test('a shift is one by its options', () => {
  const step: VariantStep = { kind: 'shift', maxFraction: 0.3, mode: 'wrap' };
  const changed = applyVariant(
    tones,
    { name: 'late', steps: [step] },
    { sampleRate, random: seeded(1) },
  );
  expect(changed).toEqual(shift(tones, { random: seeded(1), maxFraction: 0.3, mode: 'wrap' }));
});

test('a variant without steps is a copy', () => {
  const copy = applyVariant(tones, { name: 'same', steps: [] }, { sampleRate, random: seeded() });
  expect(copy).toEqual(tones);
  expect(copy).not.toBe(tones);
});

test('a step that is not known is refused', () => {
  const steps = [{ kind: 'echo' } as never];
  expect(() =>
    applyVariant(tones, { name: 'echo', steps }, { sampleRate, random: seeded() }),
  ).toThrow(
    'applyVariant: `steps[0].kind` must be one of addNoise, timeStretch, pitchShift, shift, ' +
      "got 'echo'",
  );
});
