import { expect, test } from 'vitest';
import { createFrameStream } from '../../stream/create-frame-stream.ts';
import { speechClips } from '../../testing/speech-clips.ts';
import { createExtractor } from '../create-extractor.ts';
import { presets } from '../presets.ts';

const config = {
  ...presets.functionals,
  level: null,
  trim: null,
  features: [{ kind: 'lld' as const }],
};

test('the descriptors are 16 cepstra, level, pitch and periodicity', () => {
  const { names, shape } = createExtractor({ ...config, statistic: null });
  expect(shape).toEqual([-1, 19]);
  expect(names).toEqual(
    (
      'cepstrum_1 cepstrum_2 cepstrum_3 cepstrum_4 cepstrum_5 cepstrum_6 cepstrum_7 cepstrum_8 ' +
      'cepstrum_9 cepstrum_10 cepstrum_11 cepstrum_12 cepstrum_13 cepstrum_14 cepstrum_15 ' +
      'cepstrum_16 level pitch periodicity'
    ).split(' '),
  );
});

test('a statistic summarises them', () => {
  const { brief } = speechClips();
  const frames = createExtractor({ ...config, statistic: null }).extractSamples(brief);
  const greatest = createExtractor({ ...config, statistic: 'max' }).extractSamples(brief);
  for (let row = 0; row < 19; row++) {
    expect(greatest[row]).toBe(Math.max(...frames.filter((_, i) => i % 19 === row)));
  }
});

test('a tone of 400 Hz is an octave above the reference, and periodic', () => {
  const tone = Float32Array.from({ length: 16000 }, (_, i) => 0.5 * Math.sin((Math.PI * i) / 20));
  const { names, extractSamples } = createExtractor({ ...config, statistic: 'median' });
  const values = extractSamples(tone);
  // A parabola through lags of whole samples is near the top of a cosine.
  expect(values[names.indexOf('pitch')]).toBeAllclose(1, { rtol: 0, atol: 1e-3 });
  expect(values[names.indexOf('periodicity')]).toBeAllclose(1, { rtol: 0, atol: 1e-3 });
});

test('they need the whole signal', () => {
  expect(() => createFrameStream({ ...config, statistic: null })).toThrow(
    'createFrameStream: `features[0].kind` must be one of',
  );
});
