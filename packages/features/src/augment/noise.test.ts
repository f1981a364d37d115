import { seeded } from '@ser/testing';
import { describe, expect, test } from 'vitest';
import { loudPower } from '../util/loud-power.ts';
import { type NoiseOptions, noise } from './noise.ts';
import { normals } from './util/normals.ts';

const sampleRate = 48_000;
const tone = Float32Array.from({ length: 24_001 }, (_, i) => 0.5 * Math.sin(i / 20));

/** What is added to a tone. */
function added(options: Omit<NoiseOptions, 'random'>, rate = sampleRate): Float64Array {
  const { samples } = noise({ samples: tone, sampleRate: rate }, { random: seeded(5), ...options });
  return Float64Array.from(samples, (sample, i) => sample - tone[i]);
}

const power = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value * value, 0) / values.length;

/** How alike a value and the one before it are. */
const neighbours = (values: Float64Array): number =>
  values.subarray(1).reduce((sum, value, i) => sum + value * values[i], 0) /
  (power(values) * values.length);

describe.each(['white', 'red'] as const)('%s noise', (colour) => {
  test.each([0, 10, 20])('is %d dB below the loud frames', (snrDb) => {
    const ratio = loudPower(tone, sampleRate) / power(added({ snrDb, colour }));
    // The sum is float32, whose steps are 1e-5 of the noise.
    expect(10 * Math.log10(ratio)).toBeAllclose(snrDb, { rtol: 0, atol: 1e-4 });
  });
});

test('pauses do not count', () => {
  const paused = new Float32Array(4 * tone.length);
  paused.set(tone);
  const options = { random: seeded(5), snrDb: 10 };
  const { samples } = noise({ samples: paused, sampleRate }, options);
  const pause = Float64Array.from(samples.subarray(tone.length));
  // Chance makes a pause of 72,000 draws 0.5 % louder or quieter; frames at the edges 1 %.
  expect(power(pause) * 10).toBeAllclose(loudPower(tone, sampleRate), { rtol: 0.03, atol: 0 });
});

test('white noise is the default', () => {
  expect(added({ snrDb: 10 })).toEqual(added({ snrDb: 10, colour: 'white' }));
});

test('white noise is normal numbers', () => {
  const values = added({ snrDb: 0 });
  const expected = normals(tone.length, seeded(5));
  const scale = Math.sqrt(power(values) / power(expected));
  // Float32 sums with a tone of 0.5.
  expect(values).toBeAllclose(
    expected.map((value) => value * scale),
    { rtol: 0, atol: 1e-7 },
  );
});

test.each([
  [48_000, 0.95],
  [24_000, 0.9025],
  [16_000, 0.857375],
])('red noise at %d Hz has a pole at %d', (rate, pole) => {
  const expected = normals(tone.length, seeded(5));
  for (let i = 1; i < expected.length; i++) expected[i] += pole * expected[i - 1];
  const values = added({ snrDb: 0, colour: 'red' }, rate);
  const scale = Math.sqrt(power(values) / power(expected));
  // Float32 sums with a tone of 0.5.
  expect(values).toBeAllclose(
    expected.map((value) => value * scale),
    { rtol: 0, atol: 2e-7 },
  );
  // Five standard errors of 24,000 draws.
  expect(neighbours(values)).toBeAllclose(pole, { rtol: 0, atol: 0.03 });
});

test('the ratio is drawn first, and once', () => {
  const draws = (first: number): (() => number) => {
    const rest = seeded(3);
    let at = 0;
    return () => (at++ === 0 ? first : rest());
  };
  const drawn = noise({ samples: tone, sampleRate }, { random: draws(0.25), snrDb: [8, 32] });
  expect(drawn).toEqual(noise({ samples: tone, sampleRate }, { random: seeded(3), snrDb: 14 }));
});

test('silence gets noise 120 dB below full scale, and a sample of no noise none', () => {
  const silence = new Float32Array(20_000);
  const { samples } = noise({ samples: silence, sampleRate }, { random: seeded(1), snrDb: 0 });
  expect(power(Float64Array.from(samples))).toBeAllclose(1e-12, { rtol: 1e-6, atol: 0 });
  const one = { samples: Float32Array.of(0.5), sampleRate };
  // A uniform number of 0 makes a normal one of 0.
  expect(noise(one, { random: () => 0, snrDb: 0 })).toEqual(one);
});

test('the samples that came stay as they are', () => {
  const before = tone.slice();
  noise({ samples: tone, sampleRate }, { random: seeded(1), snrDb: 0, colour: 'red' });
  expect(tone).toEqual(before);
});
