import { expect, test } from 'vitest';
import { chromaStft, melspectrogram, presets, resample, rms, stft } from '../index.ts';
import { signals } from '../testing/signals.ts';
import { createExtractor } from './create-extractor.ts';

const { noise } = signals();
const mean = (values: Float32Array): number => values.reduce((a, b) => a + b, 0) / values.length;

test('values are the means of the functions of the same names', () => {
  const extractor = createExtractor({
    sampleRate: 22050,
    nFft: 1024,
    hopLength: 256,
    features: [{ kind: 'rms' }, { kind: 'mel', nMels: 2 }, { kind: 'chroma', nChroma: 12 }],
  });
  const values = extractor.extractSamples(noise);
  const options = { sampleRate: 22050, nFft: 1024, hopLength: 256 };
  expect(extractor.names.slice(0, 4)).toEqual(['rms', 'mel_1', 'mel_2', 'chroma_1']);
  expect(values[0]).toBeCloseTo(mean(rms(noise, { frameLength: 1024, hopLength: 256 })), 6);
  const mel = melspectrogram(noise, { ...options, nMels: 2 });
  expect(values[1]).toBeCloseTo(mean(mel.data.subarray(0, mel.shape[1])), 4);
  const chroma = chromaStft(noise, options);
  expect(values[3]).toBeCloseTo(mean(chroma.data.subarray(0, chroma.shape[1])), 5);
});

test('the chroma of the preset is that of the magnitude, as the recipe has it', () => {
  const { real, imag, shape } = stft(noise);
  const magnitude = { data: real.map((re, i) => Math.hypot(re, imag[i])), shape };
  const chroma = chromaStft(magnitude, { sampleRate: 22050 });
  const values = createExtractor(presets.summary162).extractSamples(noise);
  expect(values[1]).toBeCloseTo(mean(chroma.data.subarray(0, chroma.shape[1])), 4);
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
