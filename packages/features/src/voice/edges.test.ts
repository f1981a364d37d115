// What Praat's analyses make of sounds that are short, silent, constant, or no sounds at all.
import { describe, expect, test } from 'vitest';
import { shakenVoice } from '../testing/shaken-voice.ts';
import * as praat from './index.ts';

const { samples, sampleRate } = shakenVoice(16_000);
const voice = Float32Array.from(samples);
const silence = new Float32Array(16_000);

const SOUNDS: readonly [name: string, samples: Float32Array][] = [
  ['one sample', Float32Array.of(0.5)],
  ['5 ms', voice.slice(4000, 4080)],
  ['30 ms', voice.slice(4000, 4480)],
  ['51 ms', voice.slice(4000, 4816)],
  ['silence', silence],
  ['a constant', new Float32Array(16_000).fill(0.25)],
  ['a click', silence.map((_, i) => (i === 8000 ? 1 : 0))],
  ['the least sound', silence.map((_, i) => (i % 100 === 0 ? 1e-38 : 0))],
  ['a sound between silence', silence.map((_, i) => (i > 6000 && i < 9000 ? voice[i] : 0))],
  ['a square wave', silence.map((_, i) => (i % 100 < 50 ? 1 : -1))],
];

describe.each(SOUNDS)('%s', (_, samples) => {
  const options = { sampleRate };

  test.each(['ac', 'cc'] as const)('has pitch or none, by %s', (method) => {
    const { times, f0, strength } = praat.pitch(samples, { ...options, method });
    expect(f0.length).toBe(times.length);
    expect(f0.every((hz) => hz === 0 || (hz >= 70 && hz < 600))).toBe(true);
    expect(strength.every((value) => value >= 0 && value <= 1)).toBe(true);
  });

  test('has pulses that rise', () => {
    const pulses = praat.pulses(samples, options);
    expect(pulses.every((time, i) => time > (pulses[i - 1] ?? 0))).toBe(true);
    const quality = {
      ...praat.jitter(pulses),
      ...praat.shimmer(samples, pulses, options),
    };
    expect(Object.values(quality).every((value) => Number.isNaN(value) || value >= 0)).toBe(true);
  });

  test.each(['cc', 'ac'] as const)('has harmonicity, by %s', (method) => {
    const { values } = praat.harmonicity(samples, { ...options, method });
    expect(values.every((value) => value >= -200 && value <= 150)).toBe(true);
  });

  test('has formants that rise within their range, or none', () => {
    const { frequencies, bandwidths } = praat.formants(samples, options);
    const [count, frames] = frequencies.shape;
    for (let t = 0; t < frames; t++) {
      let last = 50;
      for (let k = 0; k < count; k++) {
        const hz = frequencies.data[k * frames + t];
        expect(Number.isNaN(bandwidths.data[k * frames + t])).toBe(Number.isNaN(hz));
        if (Number.isNaN(hz)) last = Number.POSITIVE_INFINITY;
        else expect(hz >= last && hz <= 5450).toBe(true);
        if (!Number.isNaN(hz)) last = hz;
      }
    }
  });
});

test('silence has no pitch, pulse, harmonicity or formant', () => {
  expect(praat.pitch(silence, { sampleRate }).f0.every((hz) => hz === 0)).toBe(true);
  expect(praat.pulses(silence, { sampleRate })).toEqual(new Float64Array(0));
  const { values, mean } = praat.harmonicity(silence, { sampleRate });
  expect(new Set(values)).toEqual(new Set([-200]));
  expect(mean).toBeNaN();
  const { frequencies } = praat.formants(silence, { sampleRate });
  expect(frequencies.data.every((hz) => Number.isNaN(hz))).toBe(true);
});

test.each([100, 3900, 7900])('pulses of a tone of %i Hz, of a few samples each', (hz) => {
  const tone = Float32Array.from({ length: 4000 }, (_, i) =>
    Math.sin((2 * Math.PI * hz * i) / 16_000),
  );
  const pulses = praat.pulses(tone, { sampleRate, pitchFloor: 75, pitchCeiling: 10_000 });
  expect(pulses.every((time, i) => time > (pulses[i - 1] ?? 0))).toBe(true);
});

test('too few pulses have no jitter', () => {
  const none = [Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN];
  expect(Object.values(praat.jitter(new Float64Array(0)))).toEqual(none);
  expect(Object.values(praat.jitter(Float64Array.of(0.1)))).toEqual(none);
  const { local, rap } = praat.jitter(Float64Array.of(0.1, 0.11, 0.121));
  expect(local).toBeCloseTo(0.001 / 0.0105, 9);
  expect(rap).toBeNaN();
});

test('jitter of pulses with a known one', () => {
  // Periods of 9 and 11 ms by turns.
  const pulses = Float64Array.from({ length: 40 }, (_, i) => 0.01 * i + (i % 2) * 0.0005);
  const { local, localAbsolute, rap, ddp } = praat.jitter(pulses);
  expect(localAbsolute).toBeCloseTo(0.001, 9);
  // 20 long periods and 19 short ones.
  expect(local).toBeCloseTo(0.001 / ((20 * 0.0105 + 19 * 0.0095) / 39), 9);
  expect(rap).toBeCloseTo((2 / 3) * local, 9);
  expect(ddp).toBeCloseTo(2 * local, 9);
});

describe('bad input', () => {
  const typed = (code: string, message: string): object =>
    expect.objectContaining({
      name: 'FeatureError',
      code,
      message: expect.stringContaining(message),
    });

  test.each([
    ['nothing', new Float32Array(0), '`samples` is empty'],
    ['NaN', Float32Array.of(0, Number.NaN), 'must be finite, got NaN at index 1'],
  ])('%s is no sound', (_, samples, message) => {
    const calls = [praat.pitch, praat.pulses, praat.harmonicity, praat.formants];
    for (const call of calls) {
      expect(() => call(samples, { sampleRate })).toThrow(typed('bad-audio', message));
    }
    const pulses = new Float64Array(0);
    expect(() => praat.shimmer(samples, pulses, { sampleRate })).toThrow(
      typed('bad-audio', message),
    );
  });

  test.each([
    ['fall', Float64Array.of(0.1, 0.3, 0.2), 'got 0.2 at index 2'],
    ['stand still', Float64Array.of(0.1, 0.1), 'got 0.1 at index 1'],
    ['are NaN', Float64Array.of(Number.NaN), 'got NaN at index 0'],
    ['are a list', [0.1, 0.2] as never, 'got Array'],
  ])('pulses that %s', (_, pulses, message) => {
    expect(() => praat.jitter(pulses)).toThrow(typed('bad-argument', message));
    expect(() => praat.shimmer(voice, pulses, { sampleRate })).toThrow(
      typed('bad-argument', message),
    );
  });
});
