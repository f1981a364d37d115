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

const { hiss, tones } = signals();
const sampleRate = 22050;
const [noise, stretchPitch] = REFERENCE_VARIANTS;

test('the reference variants are the recipe’s, in its order', () => {
  expect(REFERENCE_VARIANTS).toEqual([
    { name: 'noise', steps: [{ kind: 'addNoise', amplitude: 0.035 }] },
    {
      name: 'stretch-pitch',
      steps: [
        { kind: 'timeStretch', rate: 0.8 },
        { kind: 'pitchShift', nSteps: 2 },
      ],
    },
  ]);
});

const steps: [step: VariantStep, expected: (samples: Float32Array) => Float32Array][] = [
  [{ kind: 'addNoise' }, (y) => addNoise(y, { random: seeded(5) })],
  [{ kind: 'addNoise', amplitude: 0.5 }, (y) => addNoise(y, { random: seeded(5), amplitude: 0.5 })],
  [{ kind: 'timeStretch', rate: 1.3 }, (y) => timeStretch(y, { rate: 1.3 })],
  [{ kind: 'pitchShift', nSteps: -1 }, (y) => pitchShift(y, { sampleRate, nSteps: -1 })],
  [
    { kind: 'pitchShift', nSteps: 5, binsPerOctave: 31 },
    (y) => pitchShift(y, { sampleRate, nSteps: 5, binsPerOctave: 31 }),
  ],
  [{ kind: 'shift' }, (y) => shift(y, { random: seeded(5) })],
  [{ kind: 'shift', maxFraction: 0.5 }, (y) => shift(y, { random: seeded(5), maxFraction: 0.5 })],
  [{ kind: 'shift', mode: 'wrap' }, (y) => shift(y, { random: seeded(5), mode: 'wrap' })],
];

test.each(steps)('%o is the function of that name with those options', (step, expected) => {
  const samples = hiss.map((value) => value + 0.1);
  const variant = { name: 'changed', steps: [step] };
  const changed = applyVariant(samples, variant, { sampleRate, random: seeded(5) });
  expect(changed).toEqual(expected(samples));
  expect(changed).not.toEqual(samples);
});

test('steps follow each other, and draw from the same numbers', () => {
  const two: VariantStep[] = [
    { kind: 'addNoise', amplitude: 0.3 },
    { kind: 'shift', mode: 'wrap' },
    { kind: 'addNoise', amplitude: 0.2 },
  ];
  const random = seeded(9);
  const noisy = addNoise(hiss, { random, amplitude: 0.3 });
  const moved = shift(noisy, { random, mode: 'wrap' });
  const expected = addNoise(moved, { random, amplitude: 0.2 });
  const variant = { name: 'three', steps: two };
  expect(applyVariant(hiss, variant, { sampleRate, random: seeded(9) })).toEqual(expected);
});

test('the samples that came stay as they are', () => {
  for (const variant of REFERENCE_VARIANTS) {
    const samples = hiss.slice();
    applyVariant(samples, variant, { sampleRate, random: seeded(1) });
    expect(samples).toEqual(hiss);
  }
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

test('a step of recordings is refused', () => {
  const variant = { name: 'fast', steps: [{ kind: 'speed', rate: 2 }] } as const;
  expect(() => applyVariant(tones, variant, { sampleRate, random: seeded() })).toThrow(
    'applyVariant: `steps[0].kind` must be one of addNoise, timeStretch, pitchShift, shift, ' +
      "since samples are no recording any more, got 'speed'",
  );
});
