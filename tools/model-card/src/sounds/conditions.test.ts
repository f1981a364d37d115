import { seeded } from '@ser/testing';
import { expect, it } from 'vitest';
import { CONDITIONS } from './conditions.ts';

const sampleRate = 48_000;
/** Half a second of silence, two seconds of a tone, half a second of silence. */
const samples = new Float32Array(3 * sampleRate);
for (let i = 0.5 * sampleRate; i < 2.5 * sampleRate; i++) samples[i] = 0.5 * Math.sin(i / 30);
const under = (name: string) => {
  const condition = CONDITIONS.find((each) => each.name === name);
  if (!condition) throw new Error(`there is no ${name}`);
  return condition.change({ samples, sampleRate }, seeded(1));
};
const peak = (values: ArrayLike<number>) =>
  Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0);

it('has each name once, and the clean clips first', () => {
  const names = CONDITIONS.map(({ name }) => name);
  expect(names).toEqual([
    'clean',
    'quiet-20',
    'quiet-40',
    'rate-8000',
    'rate-16000',
    'rate-44100',
    'telephone-band',
    'telephone',
    'white-20',
    'white-10',
    'pink-20',
    'pink-10',
    'red-20',
    'red-10',
    'room-0.3',
    'room-0.6',
    'no-start',
    'no-end',
    'middle',
    'clipped',
  ]);
});

it('leaves the clean clips as they are', () => {
  expect(under('clean').samples).toBe(samples);
});

it.each([
  ['quiet-20', 0.05],
  ['quiet-40', 0.005],
  ['clipped', 0.25],
])('%s has a peak of %d', (name, expected) => {
  // The highest sample of the tone is within a thousandth of 0.5.
  expect(peak(under(name).samples)).toBeAllclose(expected, { rtol: 1e-3, atol: 0 });
});

it.each([8000, 16_000, 44_100])('rate-%d is a file of that rate', (rate) => {
  const changed = under(`rate-${rate}`);
  expect([changed.sampleRate, changed.samples.length]).toEqual([rate, 3 * rate]);
});

it.each([
  ['no-start', 2],
  ['no-end', 2],
  ['middle', 1.5],
])('%s keeps %d s', (name, seconds) => {
  // Where sound begins is found in frames of 43 ms.
  expect(under(name).samples.length / sampleRate).toBeAllclose(seconds, { rtol: 0, atol: 0.06 });
});

it('cuts at the start what is said, and no silence of the end', () => {
  const { samples: cut } = under('no-start');
  expect(peak(cut.slice(0, 1000))).toBeGreaterThan(0.4);
  expect(peak(cut.slice(-1000))).toBe(0);
});

it('cuts at the end what is said, and no silence of the start', () => {
  const { samples: cut } = under('no-end');
  expect(peak(cut.slice(0, 1000))).toBe(0);
  expect(peak(cut.slice(-1000))).toBeGreaterThan(0.4);
});
