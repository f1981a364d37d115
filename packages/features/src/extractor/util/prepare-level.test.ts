// The level and the trimming of a clip, against tools/parity/level_goldens.py.
import { describe, expect, test } from 'vitest';
import { resample } from '../../core/resample.ts';
import type { Samples } from '../../samples.ts';
import { golden } from '../../testing/golden.ts';
import { signals } from '../../testing/signals.ts';
import { voice } from '../../testing/voices.ts';
import { prepare } from './prepare.ts';

interface Case {
  readonly signal: string;
  readonly sampleRate: number;
  readonly gain: number;
  /** The first sample and the one after the last, by the range in dB. */
  readonly trimmed: Readonly<Record<string, readonly [start: number, end: number]>>;
}

const { level, cases } = golden<{ level: number; cases: Case[] }>('level');
const short = signals();
const signalOf = (name: string): Samples => short[name] ?? voice(name).samples.subarray(0, 48_000);

describe.each(cases)('$signal at $sampleRate Hz', ({ signal, sampleRate, gain, trimmed }) => {
  const samples = Float32Array.from(signalOf(signal));
  const audio = { samples, sampleRate };

  test('gets its level', () => {
    const expected = samples.map((sample) => sample * gain);
    // Both round to float32 once, and a gain to 1e-15.
    expect(prepare(audio, { sampleRate, level })).toBeAllclose(expected, { rtol: 2e-7, atol: 0 });
  });

  test.each(Object.entries(trimmed))('is trimmed at %s dB', (trim, [start, end]) => {
    const levelled = prepare(audio, { sampleRate, level });
    const cut = prepare(audio, { sampleRate, level, trim: Number(trim) });
    expect(cut).toEqual(levelled.subarray(start, end));
  });
});

const sampleRate = 16_000;
const tone = (length: number, amplitude = 0.5): Float32Array =>
  Float32Array.from({ length }, (_, i) => amplitude * Math.sin(i / 3));

test('a quiet clip and a loud one become the same', () => {
  const quiet = prepare({ samples: tone(8000, 0.05), sampleRate }, { sampleRate, level: -26 });
  const loud = prepare({ samples: tone(8000), sampleRate }, { sampleRate, level: -26 });
  // 1e-12 is added to the powers, the quiet one's being 1e-3; samples are float32.
  expect(quiet).toBeAllclose(loud, { rtol: 1e-6, atol: 1e-9 });
});

test('pauses 30 dB down do not count for the level, and what is a little louder does', () => {
  const paused = (db: number): Float32Array => {
    const samples = tone(32_000);
    for (let i = 16_000; i < samples.length; i++) samples[i] *= 10 ** (db / 20);
    return samples;
  };
  const first = (samples: Samples): number =>
    prepare({ samples, sampleRate }, { sampleRate, level: -20 })[100] / tone(101)[100];
  const alone = first(tone(16_000));
  // The frames at the ends are half full, so that two lengths differ by a percent.
  expect(first(paused(-31))).toBeAllclose(alone, { rtol: 0.02, atol: 0 });
  expect(first(paused(-29))).toBeGreaterThan(1.3 * alone);
});

test('trimming comes last, at the rate and the level of the extractor', () => {
  const samples = new Float32Array(24_000);
  samples.set(tone(8000, 1e-5), 8000);
  const audio = { samples, sampleRate: 24_000 };
  const resampled = resample(samples, { origSr: 24_000, targetSr: 16_000 });
  const loud = prepare({ samples: resampled, sampleRate }, { sampleRate, level: -26 });
  const cut = prepare(audio, { sampleRate, level: -26, trim: 45 });
  // Three frames of 10 ms before the sound's start at 5333 hold some of it.
  expect(cut).toEqual(loud.subarray(5080, 10_920));
  // As it came, it is too near the floor of -120 dB for 45 dB to be found.
  expect(prepare(audio, { sampleRate, trim: 45 }).length).toBe(16_000);
});

test('a cut comes first', () => {
  const samples = new Float32Array(16_000).fill(1);
  samples.set(tone(8000, 0.01), 8000);
  const config = { sampleRate, offset: 0.5, level: -26 };
  expect(prepare({ samples, sampleRate }, config)).toEqual(
    prepare({ samples: samples.subarray(8000), sampleRate }, { sampleRate, level: -26 }),
  );
});

test('silence stays what it is', () => {
  const silence = { samples: new Float32Array(1000), sampleRate };
  expect(prepare(silence, { sampleRate, level: -26, trim: 45 })).toEqual(silence.samples);
});

test.each([1, 2, 79, 80, 81, 160, 200, 201])('%i samples of sound are left', (length) => {
  const samples = new Float32Array(length).fill(0.1);
  const config = { sampleRate, level: -26, trim: 45 };
  expect(prepare({ samples, sampleRate }, config).length).toBe(length);
});

test.each([1, 30, 40, 59, 100])('at a rate of %d Hz something is left', (rate) => {
  const samples = Float32Array.of(0, 0, 0, 0, 0, 0, 0, 0.5);
  const cut = prepare({ samples, sampleRate: rate }, { sampleRate: rate, trim: 45 });
  expect(cut.at(-1)).toBe(0.5);
});

test('samples whose squares are infinite stay finite', () => {
  const samples = Float64Array.of(1e200, -1e200, 1);
  expect(prepare({ samples, sampleRate }, { sampleRate, trim: 45 })).toEqual(samples);
  const levelled = prepare({ samples, sampleRate }, { sampleRate, level: -26 });
  expect(levelled.every(Number.isFinite)).toBe(true);
});

test('the clip itself is not changed, and doubles stay doubles', () => {
  const samples = Float64Array.from(tone(1000));
  const before = samples.slice();
  const levelled = prepare({ samples, sampleRate }, { sampleRate, level: -10 });
  expect(samples).toEqual(before);
  expect(levelled).toBeInstanceOf(Float64Array);
});

test('null is the default of both', () => {
  const audio = { samples: tone(1000), sampleRate };
  const config = { sampleRate, level: null, trim: null };
  expect(prepare(audio, config)).toEqual(prepare(audio, { sampleRate }));
  expect(prepare(audio, config)).toEqual(audio.samples);
});
