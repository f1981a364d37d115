import { seeded } from '@ser/testing';
import { expect, test } from 'vitest';
import type { Audio } from '../samples.ts';
import { signals } from '../testing/signals.ts';
import { addNoise } from './add-noise.ts';
import { bandLimit } from './band-limit.ts';
import { changeAudio } from './change-audio.ts';
import { noise } from './noise.ts';
import { speed } from './speed.ts';
import type { VariantStep } from './variant-config.ts';

const audio: Audio = { samples: signals().voice, sampleRate: 22050 };
const changed = (...steps: VariantStep[]): Audio =>
  changeAudio(audio, { name: 'changed', steps }, { random: seeded(5) });

test('applies one step after the other, each to what the last one gave', () => {
  const steps: VariantStep[] = [
    { kind: 'speed', rate: 1.5 },
    { kind: 'noise', snrDb: 10 },
  ];
  expect(changed(...steps)).toEqual(
    noise(speed(audio, { rate: 1.5 }), { random: seeded(5), snrDb: 10 }),
  );
});

test('applies steps of samples at the rate that the recording then has', () => {
  const low = bandLimit(audio, { sampleRate: 8000 });
  const steps: VariantStep[] = [{ kind: 'bandLimit', sampleRate: 8000 }, { kind: 'addNoise' }];
  expect(changed(...steps)).toEqual({
    samples: addNoise(low.samples, { random: seeded(5) }),
    sampleRate: 8000,
  });
});

test('gives a copy where there are no steps', () => {
  const { samples, sampleRate } = changed();
  expect([...samples]).toEqual([...audio.samples]);
  expect(samples).not.toBe(audio.samples);
  expect(sampleRate).toBe(22050);
});

test('refuses steps of recordings behind steps of samples', () => {
  expect(() => changed({ kind: 'addNoise' }, { kind: 'gain', db: 3 })).toThrow('changeAudio');
});
