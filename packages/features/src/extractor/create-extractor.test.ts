import { describe, expect, test } from 'vitest';
import {
  chromaStft,
  melspectrogram,
  presets,
  resample,
  rms,
  spectralBandwidth,
  spectralCentroid,
  spectralContrast,
  spectralRolloff,
  stft,
} from '../index.ts';
import { signals } from '../testing/signals.ts';
import { createExtractor } from './create-extractor.ts';

const { noise } = signals();
const mean = (values: Float32Array): number => values.reduce((a, b) => a + b, 0) / values.length;

describe('values are the means of the functions of the same names', () => {
  const options = { sampleRate: 22050, nFft: 1024, hopLength: 256 };
  const extractor = createExtractor({
    ...options,
    features: [{ kind: 'rms' }, { kind: 'mel', nMels: 2 }, { kind: 'chroma', nChroma: 12 }],
  });
  const values = extractor.extractSamples(noise);

  test('rms', () => {
    expect(extractor.names[0]).toBe('rms');
    const expected = mean(rms(noise, { frameLength: 1024, hopLength: 256 }));
    // The means are summed in float64 and rounded to float32.
    expect(values[0]).toBeAllclose(expected, { rtol: 0, atol: 5e-7 });
  });

  test('mel', () => {
    expect(extractor.names.slice(1, 3)).toEqual(['mel_1', 'mel_2']);
    const { data, shape } = melspectrogram(noise, { ...options, nMels: 2 });
    // Powers of up to 100, as float32.
    const expected = mean(data.subarray(0, shape[1]));
    expect(values[1]).toBeAllclose(expected, { rtol: 0, atol: 5e-5 });
  });

  test('chroma', () => {
    expect(extractor.names[3]).toBe('chroma_1');
    const { data, shape } = chromaStft(noise, options);
    const expected = mean(data.subarray(0, shape[1]));
    // Float32 chroma in [0, 1], averaged.
    expect(values[3]).toBeAllclose(expected, { rtol: 0, atol: 5e-6 });
  });
});

test('the chroma of the preset is that of the magnitude, as the recipe has it', () => {
  const { real, imag, shape } = stft(noise);
  const magnitude = { data: real.map((re, i) => Math.hypot(re, imag[i])), shape };
  const chroma = chromaStft(magnitude, { sampleRate: 22050 });
  const values = createExtractor(presets.summary162).extractSamples(noise);
  const expected = mean(chroma.data.subarray(0, chroma.shape[1]));
  // The magnitude here is hypot's, whose last bit may differ.
  expect(values[1]).toBeAllclose(expected, { rtol: 0, atol: 5e-5 });
});

test('clips are cut at their own rate and then resampled', () => {
  const samples = Float32Array.from({ length: 48000 * 4 }, (_, i) => Math.sin(i / 20) * 0.5);
  const { prepare } = createExtractor(presets.summary162);
  const prepared = prepare({ samples, sampleRate: 48000 });
  expect(prepared.length).toBe(55125);
  const cut = samples.subarray(28800, 28800 + 120000);
  expect(prepared).toEqual(resample(cut, { origSr: 48000, targetSr: 22050 }));
});

test('a clip that ends early is used as far as it goes', () => {
  const { prepare } = createExtractor(presets.summary162);
  expect(prepare({ samples: new Float32Array(22050), sampleRate: 22050 }).length).toBe(8820);
});

test('a configuration that was through JSON makes the same extractor', () => {
  const again = createExtractor(JSON.parse(JSON.stringify(presets.summary162)));
  expect(again.extractSamples(noise)).toEqual(
    createExtractor(presets.summary162).extractSamples(noise),
  );
});

describe('an odd transform has its own frequencies', () => {
  const options = { sampleRate: 22050, nFft: 501, hopLength: 512 };
  const functions = {
    centroid: spectralCentroid(noise, options),
    bandwidth: spectralBandwidth(noise, options),
    rolloff: spectralRolloff(noise, options),
    contrast: spectralContrast(noise, { ...options, nBands: 4 }).data,
  };

  test.each(Object.entries(functions))('%s', (kind, expected) => {
    const feature = kind === 'contrast' ? { kind, nBands: 4 } : { kind };
    const extractor = createExtractor({
      ...options,
      features: [feature as never],
      statistic: null,
    });
    const values = extractor.extractSamples(noise);
    const rows = extractor.names.length;
    const frames = expected.length / rows;
    expect(values).toEqual(
      values.map((_, i) => expected[(i % rows) * frames + Math.floor(i / rows)]),
    );
  });

  test.each([spectralCentroid, spectralBandwidth, spectralRolloff])(
    '%o of a matrix',
    (describe) => {
      const { real, imag, shape } = stft(noise, { nFft: 501, hopLength: 512 });
      const data = real.map((re, i) => Math.hypot(re, imag[i]));
      // The magnitudes are rounded to float32 twice.
      const expected = describe(noise, options);
      expect(describe({ data, shape }, options)).toBeAllclose(expected, { rtol: 1e-5, atol: 0 });
    },
  );
});
