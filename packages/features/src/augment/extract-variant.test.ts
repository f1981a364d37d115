import { seeded } from '@ser/testing';
import { describe, expect, test } from 'vitest';
import { createExtractor } from '../extractor/create-extractor.ts';
import type { Audio } from '../samples.ts';
import { signals } from '../testing/signals.ts';
import { applyVariant } from './apply-variant.ts';
import { bandLimit } from './band-limit.ts';
import { extractVariant } from './extract-variant.ts';
import { FUNCTIONALS_VARIANTS } from './functionals-variants.ts';
import { gain } from './gain.ts';
import { middle } from './middle.ts';
import { noise } from './noise.ts';
import { REFERENCE_VARIANTS } from './reference-variants.ts';
import { room } from './room.ts';
import { speed } from './speed.ts';
import type { RecordingStep, VariantStep } from './variant-config.ts';

const { voice } = signals();
const audio: Audio = { samples: voice, sampleRate: 22050 };
const random = (): (() => number) => seeded(5);
const features = [{ kind: 'mel', nMels: 8 }] as const;
const extractor = createExtractor({ sampleRate: 16_000, offset: 0.1, duration: 0.6, features });
const extracted = (...steps: VariantStep[]): Float32Array =>
  extractVariant(extractor, audio, { name: 'changed', steps }, { random: random() });

test('the variants of functionals are these', () => {
  expect(FUNCTIONALS_VARIANTS).toEqual([
    { name: 'speed-15/17', steps: [{ kind: 'speed', rate: 0.8823529411764706 }] },
    { name: 'speed-15/16', steps: [{ kind: 'speed', rate: 0.9375 }] },
    { name: 'speed-16/15', steps: [{ kind: 'speed', rate: 1.0666666666666667 }] },
    { name: 'speed-17/15', steps: [{ kind: 'speed', rate: 1.1333333333333333 }] },
    { name: 'white-noise', steps: [{ kind: 'noise', snrDb: [8, 32], colour: 'white' }] },
    { name: 'red-noise', steps: [{ kind: 'noise', snrDb: [5, 30], colour: 'red' }] },
    { name: 'telephone', steps: [{ kind: 'bandLimit', sampleRate: 8000 }] },
    {
      name: 'telephone-line',
      steps: [{ kind: 'bandLimit', sampleRate: 8000, lowest: [200, 400], highest: [3000, 3700] }],
    },
    {
      name: 'line-noise',
      steps: [
        { kind: 'bandLimit', sampleRate: 8000, lowest: [200, 400], highest: [3000, 3700] },
        { kind: 'noise', snrDb: [20, 45], colour: 'white' },
      ],
    },
    { name: 'middle', steps: [{ kind: 'middle', seconds: 1.5 }] },
    { name: 'white-noise-low', steps: [{ kind: 'noise', snrDb: [0, 15], colour: 'white' }] },
    { name: 'red-noise-low', steps: [{ kind: 'noise', snrDb: [0, 15], colour: 'red' }] },
    { name: 'room', steps: [{ kind: 'room', rt60: [0.2, 0.8], drrDb: [-2, 10] }] },
  ]);
});

const steps: [step: RecordingStep, expected: (audio: Audio) => Audio][] = [
  [{ kind: 'speed', rate: 1.1 }, (clip) => speed(clip, { rate: 1.1 })],
  [{ kind: 'noise', snrDb: 10 }, (clip) => noise(clip, { random: random(), snrDb: 10 })],
  [
    { kind: 'noise', snrDb: [0, 20], colour: 'red' },
    (clip) => noise(clip, { random: random(), snrDb: [0, 20], colour: 'red' }),
  ],
  [{ kind: 'bandLimit', sampleRate: 4000 }, (clip) => bandLimit(clip, { sampleRate: 4000 })],
  [
    { kind: 'bandLimit', sampleRate: 4000, lowest: [200, 400], highest: [1000, 1500] },
    (clip) =>
      bandLimit(clip, {
        random: random(),
        sampleRate: 4000,
        lowest: [200, 400],
        highest: [1000, 1500],
      }),
  ],
  [{ kind: 'middle', seconds: 0.5 }, (clip) => middle(clip, { seconds: 0.5 })],
  [{ kind: 'gain', db: [-9, -3] }, (clip) => gain(clip, { random: random(), db: [-9, -3] })],
  [{ kind: 'room', rt60: 0.3 }, (clip) => room(clip, { random: random(), rt60: 0.3 })],
  [
    { kind: 'room', rt60: [0.1, 0.3], drrDb: 5 },
    (clip) => room(clip, { random: random(), rt60: [0.1, 0.3], drrDb: 5 }),
  ],
];

describe.each(steps)('%o', (step, expected) => {
  test('is the function of that name, before the clip is cut', () => {
    expect(extracted(step)).toEqual(extractor.extract(expected(audio)));
    expect(extracted(step)).not.toEqual(extractor.extract(audio));
  });

  test('is the same again from the same numbers', () => {
    expect(extracted(step)).toEqual(extracted(step));
  });

  test('leaves the clip as it is', () => {
    const before = voice.slice();
    extracted(step);
    expect(voice).toEqual(before);
  });
});

test('steps of the recording come one after the other, then those of samples', () => {
  const numbers = random();
  const noisy = noise(speed(audio, { rate: 0.9 }), { random: numbers, snrDb: [0, 20] });
  const samples = extractor.prepare(noisy);
  const variant = { name: 'late', steps: [{ kind: 'addNoise' }, { kind: 'shift' }] } as const;
  const changed = applyVariant(samples, variant, { sampleRate: 16_000, random: numbers });
  expect(
    extracted(
      { kind: 'speed', rate: 0.9 },
      { kind: 'noise', snrDb: [0, 20] },
      { kind: 'addNoise' },
      { kind: 'shift' },
    ),
  ).toEqual(extractor.extractSamples(changed));
});

test.each(REFERENCE_VARIANTS)(
  '$name, of samples alone, is what `applyVariant` makes',
  (variant) => {
    const options = { sampleRate: 16_000, random: random() };
    const changed = applyVariant(extractor.prepare(audio), variant, options);
    expect(extractVariant(extractor, audio, variant, { random: random() })).toEqual(
      extractor.extractSamples(changed),
    );
  },
);

test('a variant without steps is the clip', () => {
  expect(extracted()).toEqual(extractor.extract(audio));
});

test('a quieter recording is the same, for an extractor that levels', () => {
  const levelling = createExtractor({ sampleRate: 16_000, level: -26, trim: 45, features });
  const quiet = { name: 'quiet', steps: [{ kind: 'gain', db: -20 }] } as const;
  const values = extractVariant(levelling, audio, quiet, { random: random() });
  // Samples are float32, and 1e-12 is added to powers.
  expect(values).toBeAllclose(levelling.extract(audio), { rtol: 1e-5, atol: 0 });
});

test.each<[text: string, call: () => unknown]>([
  [
    'extractVariant: `steps[0].kind` must be one of speed, noise, bandLimit, middle, gain, room, add',
    () => extracted({ kind: 'echo' } as never),
  ],
  [
    'extractVariant: `steps[1].kind` must be one of addNoise, timeStretch, pitchShift, shift, since',
    () => extracted({ kind: 'shift' }, { kind: 'speed', rate: 2 }),
  ],
  [
    'extractVariant: `variant` must be an object, got null',
    () => extractVariant(extractor, audio, null as never, { random: random() }),
  ],
  [
    'extractVariant: `random` must be a function',
    () => extractVariant(extractor, audio, FUNCTIONALS_VARIANTS[0], {} as never),
  ],
  [
    'must be longer than the offset of 0.1 s, got 0.05 s',
    () => extracted({ kind: 'middle', seconds: 0.05 }),
  ],
])('%s', (text, call) => {
  expect(call).toThrow(text);
  expect(call).toThrow(expect.objectContaining({ name: 'FeatureError' }));
});
