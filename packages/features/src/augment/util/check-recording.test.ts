import { expect, test } from 'vitest';
import type { Audio } from '../../samples.ts';
import { bandLimit } from '../band-limit.ts';
import { gain } from '../gain.ts';
import { middle } from '../middle.ts';
import { noise } from '../noise.ts';
import { room } from '../room.ts';
import { speed } from '../speed.ts';

const random = (): number => 0.5;
const steps: [name: string, step: (audio: Audio) => Audio][] = [
  ['speed', (audio) => speed(audio, { rate: 1.5 })],
  ['noise', (audio) => noise(audio, { random, snrDb: 10 })],
  ['bandLimit', (audio) => bandLimit(audio, { sampleRate: 8000 })],
  ['bandLimit', (audio) => bandLimit(audio, { sampleRate: 8000, lowest: 300 })],
  ['middle', (audio) => middle(audio, { seconds: 0.001 })],
  ['gain', (audio) => gain(audio, { random, db: 3 })],
  ['room', (audio) => room(audio, { random, rt60: 0.001 })],
];

test.each(steps)('%s takes recordings of up to 768 kHz', (name, step) => {
  const samples = Float32Array.from({ length: 4000 }, (_, i) => Math.sin(i / 10));
  expect(step({ samples, sampleRate: 768_000 }).samples.length).toBeGreaterThan(0);
  expect(() => step({ samples, sampleRate: 768_001 })).toThrow(
    `${name}: \`sampleRate\` must be at most 768000, got 768001`,
  );
  expect(() => step({ samples, sampleRate: 0 })).toThrow(
    `${name}: \`sampleRate\` must be > 0 and finite, got 0`,
  );
});
