// Streams of samples at another rate than the configuration's.
import { seeded } from '@ser/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resample } from '../core/resample.ts';
import { createExtractor } from '../extractor/create-extractor.ts';
import type { ExtractorConfig } from '../extractor/extractor-config.ts';
import { presets } from '../extractor/presets.ts';
import { FeatureError } from '../feature-error.ts';
import { createFrameStream } from './create-frame-stream.ts';

/** A frame a sample: what comes is the resampled signal itself, but for its sign. */
const energies: ExtractorConfig = {
  sampleRate: 16000,
  nFft: 1,
  hopLength: 1,
  features: [{ kind: 'rms' }],
  statistic: null,
};

const spectra: ExtractorConfig = {
  ...presets.logMel,
  features: [...presets.logMel.features, { kind: 'pitch', fMin: 100 }, { kind: 'rms' }],
};

/** A signal with a silence in it. */
function signal(length: number): Float32Array {
  const random = seeded(length);
  return Float32Array.from({ length }, (_, i) => (i % 9000 < 3000 ? 0 : random() - 0.5));
}

/** The frames of a signal pushed in chunks of the given lengths, over and over. */
function streamed(
  config: ExtractorConfig,
  sampleRate: number,
  samples: Float32Array,
  chunks: readonly number[],
): Float32Array {
  const stream = createFrameStream(config, { sampleRate });
  const frame = new Float32Array(stream.names.length);
  const values: number[] = [];
  const pull = (): void => {
    while (stream.pull(frame)) values.push(...frame);
  };
  for (let at = 0, i = 0; at < samples.length; i++) {
    const end = Math.min(samples.length, at + chunks[i % chunks.length]);
    stream.push(samples.subarray(at, end));
    if (i % 3 !== 1) pull();
    at = end;
  }
  stream.end();
  pull();
  return Float32Array.from(values);
}

const whole = (config: ExtractorConfig, sampleRate: number, samples: Float32Array): Float32Array =>
  createExtractor(config).extract({ samples, sampleRate });

// Whole steps, fractions, filters that read between the samples, folds and doublings of spectra,
// and rates that are no fraction.
const RATES = [8000, 11025, 12000, 22050, 24000, 32000, 44100, 48000, 96000, 192000, 44100.5];

test.each(RATES)('from %d Hz: the frames of the whole resampled signal, bit for bit', (rate) => {
  const length = fc.integer({ min: 1, max: 2 * Math.round(rate / 4) });
  const chunk = fc.integer({ min: 1, max: 9000 });
  fc.assert(
    fc.property(length, fc.array(chunk, { minLength: 1, maxLength: 5 }), (n, chunks) => {
      const samples = signal(n);
      const expected = whole(spectra, rate, samples);
      expect(streamed(spectra, rate, samples, chunks)).toEqual(expected);
    }),
    { numRuns: 6 },
  );
});

test.each(RATES)('from %d Hz: every sample, of signals of any length', (rate) => {
  const length = fc.integer({ min: 1, max: 12_000 });
  fc.assert(
    fc.property(length, fc.integer({ min: 100, max: 20_000 }), (n, chunk) => {
      const samples = signal(n);
      const values = streamed(energies, rate, samples, [chunk]);
      expect(values).toEqual(resample(samples, { origSr: rate, targetSr: 16000 }).map(Math.abs));
    }),
    { numRuns: 8 },
  );
});

test('single samples are chunks too, and those of float64', () => {
  const samples = signal(5000);
  const expected = whole(spectra, 48000, samples);
  expect(streamed(spectra, 48000, samples, [1])).toEqual(expected);
  const stream = createFrameStream(spectra, { sampleRate: 48000 });
  const frame = new Float32Array(stream.names.length);
  stream.push(Float64Array.from(samples));
  stream.end();
  stream.pull(frame);
  expect(frame).toEqual(expected.subarray(0, frame.length));
});

test('to other rates than 16 kHz', () => {
  for (const [from, to] of [
    [48000, 22050],
    [16000, 48000],
    [8000, 96000],
    [300, 8000],
  ]) {
    const config = { ...energies, sampleRate: to };
    const samples = signal(6000);
    expect(streamed(config, from, samples, [517])).toEqual(whole(config, from, samples));
  }
});

test('a second of 48 kHz gives 51 frames, and not 151', () => {
  const frames = streamed(presets.logMel, 48000, signal(48000), [128]).length / 64;
  expect(frames).toBe(1 + 50);
});

test('the rate of the configuration needs no resampling', () => {
  const samples = signal(3000);
  expect(createFrameStream(spectra, { sampleRate: 16000 }).delay).toBe(0);
  expect(createFrameStream(spectra).delay).toBe(0);
  expect(streamed(spectra, 16000, samples, [77])).toEqual(whole(spectra, 16000, samples));
});

describe('delay', () => {
  test.each([
    [8000, 0.11594],
    [12000, 0.07731],
    [22050, 0.08669],
    [24000, 0.07931],
    [44100, 0.08669],
    [48000, 0.07931],
    [96000, 0.079],
  ])('of %i Hz', (rate, seconds) => {
    const { delay } = createFrameStream(spectra, { sampleRate: rate });
    // Written with five digits.
    expect(delay).toBeAllclose(seconds, { rtol: 0, atol: 5e-6 });
  });

  test.each(RATES)('of %d Hz: a sample is there by then, and the bound is reached', (rate) => {
    const stream = createFrameStream(energies, { sampleRate: rate });
    const frame = new Float32Array(1);
    let frames = 0;
    let longest = 0;
    for (let pushed = 1; pushed <= rate / 2; pushed++) {
      stream.push(Float32Array.of(0.5));
      while (stream.pull(frame)) frames++;
      // Sample `frames` of the result, at `frames / 16000` seconds, is not there yet.
      longest = Math.max(longest, pushed / rate - frames / 16000);
    }
    expect(longest).toBeLessThanOrEqual(stream.delay);
    // Steps of both rates, and the few samples that the filters read.
    expect(longest).toBeGreaterThan(stream.delay - 2 / rate - 2 / 16000);
  });
});

test('a stream that was ended says so, and one of nothing has no frames', () => {
  const stream = createFrameStream(spectra, { sampleRate: 48000 });
  const frame = new Float32Array(stream.names.length);
  stream.push(new Float32Array(0));
  stream.end();
  stream.end();
  expect(stream.pull(frame)).toBe(false);
  expect(() => stream.push(Float32Array.of(1))).toThrow('pushed before `end`');
});

test('two streams of one rate do not disturb each other', () => {
  const samples = signal(9000);
  const alone = streamed(energies, 44100, samples, [100]);
  const streams = [1, -0.5].map((gain) => {
    return { gain, stream: createFrameStream(energies, { sampleRate: 44100 }) };
  });
  const frame = new Float32Array(1);
  const values: number[] = [];
  for (let at = 0; at < samples.length; at += 100) {
    for (const { gain, stream } of streams) {
      stream.push(samples.subarray(at, at + 100).map((x) => gain * x));
      while (stream.pull(frame)) if (gain === 1) values.push(frame[0]);
    }
  }
  expect(Float32Array.from(values)).toEqual(alone.subarray(0, values.length));
  expect(values.length).toBeGreaterThan(1000);
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, '48000', null, 768_001, 15.6])(
  'a rate of %o is refused',
  (sampleRate) => {
    const call = (): unknown => createFrameStream(spectra, { sampleRate: sampleRate as never });
    expect(call).toThrow(FeatureError);
    expect(call).toThrow('createFrameStream: `sampleRate` must be');
  },
);

test('an option that is not known is refused', () => {
  expect(() => createFrameStream(spectra, { rate: 48000 } as never)).toThrow(
    'createFrameStream: `options` must hold none but sampleRate',
  );
});
