import { describe, expect, test } from 'vitest';
import { resample } from '../../core/resample.ts';
import { prepare } from './prepare.ts';

const sampleRate = 1000;
/** Twenty samples, each its own index. */
const samples = Float32Array.from({ length: 20 }, (_, i) => i);
const audio = { samples, sampleRate };

test.each<
  [offset: number | undefined, duration: number | null | undefined, first: number, last: number]
>([
  [undefined, undefined, 0, 19],
  [0, null, 0, 19],
  [0.003, undefined, 3, 19],
  // Of fractions of samples, as librosa: both are cut off.
  [0.0039, undefined, 3, 19],
  [0.0039, 0.0059, 3, 7],
  [undefined, 0.005, 0, 4],
  [0.019, undefined, 19, 19],
  [0.018, 0.05, 18, 19],
])('from %d s on, %d s are the samples %i to %i', (offset, duration, first, last) => {
  const cut = prepare(audio, { sampleRate, offset, duration });
  expect([...cut]).toEqual([...samples.subarray(first, last + 1)]);
});

test('a cut is in seconds of the clip, and what is left is resampled', () => {
  const loud = Float32Array.from({ length: 2000 }, (_, i) => Math.sin(i / 3));
  const cut = prepare(
    { samples: loud, sampleRate: 2000 },
    { sampleRate: 1500, offset: 0.1, duration: 0.5 },
  );
  expect(cut).toEqual(resample(loud.subarray(200, 1200), { origSr: 2000, targetSr: 1500 }));
});

test('at the clip’s own rate the samples are not copied', () => {
  expect(prepare(audio, { sampleRate }).buffer).toBe(samples.buffer);
});

describe('a clip that ends', () => {
  test('where the cut begins is too short', () => {
    expect(() => prepare(audio, { sampleRate, offset: 0.02 })).toThrow(
      expect.objectContaining({
        code: 'too-short',
        message: 'extract: the clip must be longer than the offset of 0.02 s, got 0.02 s',
      }),
    );
  });

  test('before it begins is bad audio', () => {
    const empty = { samples: new Float32Array(0), sampleRate };
    expect(() => prepare(empty, { sampleRate, offset: 0.5 })).toThrow(
      expect.objectContaining({ code: 'bad-audio' }),
    );
  });
});

test('what lies outside of the cut need not be finite', () => {
  const torn = samples.slice();
  torn[0] = Number.NaN;
  torn[19] = Number.POSITIVE_INFINITY;
  const config = { sampleRate, offset: 0.001, duration: 0.018 };
  expect(prepare({ samples: torn, sampleRate }, config).length).toBe(18);
  expect(() => prepare({ samples: torn, sampleRate }, { sampleRate, duration: 0.018 })).toThrow(
    'got NaN at index 0',
  );
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, '48000'])(
  'a rate of %o is refused',
  (rate) => {
    expect(() => prepare({ samples, sampleRate: rate as number }, { sampleRate })).toThrow(
      'extract: `sampleRate` must be > 0 and finite',
    );
  },
);
