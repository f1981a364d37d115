import { describe, expect, test } from 'vitest';
import * as features from '../../index.ts';
import { type ExtractorConfig, type FeatureConfig, harmonic } from '../../index.ts';
import { byFrame, means } from '../../testing/kind-reference.ts';
import { signals } from '../../testing/signals.ts';

const { sentence } = signals();
const sampleRate = 22050;

function framesOf(feature: FeatureConfig, change: Partial<ExtractorConfig> = {}): Float32Array {
  const config = { sampleRate, hopLength: 300, features: [feature], statistic: null, ...change };
  return features.createExtractor(config).extractSamples(sentence);
}

const CHANGES = {
  fMin: 60,
  norm: 2,
  threshold: 5,
  tuning: 0.3,
  nChroma: 36,
  nOctaves: 5,
  binsPerOctave: 24,
  cqtMode: 'hybrid',
} as const;

describe('chromaCqt', () => {
  const plain = byFrame(features.chromaCqt(sentence, { sampleRate, hopLength: 300 }));

  test('is the function’s, frame by frame', () => {
    expect(framesOf({ kind: 'chromaCqt' })).toEqual(plain);
  });

  test.each(Object.entries(CHANGES))('takes %s', (name, value) => {
    const options = { sampleRate, hopLength: 300, [name]: value };
    const expected = byFrame(features.chromaCqt(sentence, options));
    expect(framesOf({ kind: 'chromaCqt', [name]: value } as FeatureConfig)).toEqual(expected);
    expect(expected).not.toEqual(plain);
  });

  test('has as many rows as classes', () => {
    const { names } = features.createExtractor({
      sampleRate,
      features: [{ kind: 'chromaCqt', nChroma: 6 }],
    });
    expect(names).toEqual([1, 2, 3, 4, 5, 6].map((i) => `chromaCqt_${i}`));
  });

  test('has the frames that other features have, also where the rate falls at first', () => {
    const feature = { kind: 'chromaCqt', nOctaves: 2 } as const;
    for (const length of [511, 512, 1023, 3000]) {
      const samples = sentence.subarray(0, length);
      const config = { sampleRate, features: [feature], statistic: null };
      const frames = features.createExtractor(config).extractSamples(samples).length / 12;
      expect(frames).toBe(1 + Math.floor(length / 512));
    }
  });
});

describe('tonnetz', () => {
  const options = { sampleRate, hopLength: 300 };

  test('is the function’s, frame by frame', () => {
    expect(framesOf({ kind: 'tonnetz' })).toEqual(byFrame(features.tonnetz(sentence, options)));
  });

  test('of what lasts', () => {
    const expected = byFrame(features.tonnetz(harmonic(sentence), options));
    expect(framesOf({ kind: 'tonnetz', harmonic: true })).toEqual(expected);
    expect(expected).not.toEqual(framesOf({ kind: 'tonnetz' }));
  });

  test('its means are those of its frames', () => {
    const expected = means(features.tonnetz(sentence, options));
    const actual = framesOf({ kind: 'tonnetz' }, { statistic: 'mean' });
    // Sums in another order.
    expect(actual).toBeAllclose(expected, { rtol: 0, atol: 1e-6 });
  });
});

describe.each(['chromaCqt', 'tonnetz'] as const)('%s', (kind) => {
  test.each([
    ['center', { center: false }],
    ['padMode', { padMode: 'reflect' as const }],
  ])('refuses another %s', (option, change) => {
    const call = (): unknown => framesOf({ kind }, change);
    expect(call).toThrow(`${kind}: \`${option}\` must be`);
    expect(call).toThrow(expect.objectContaining({ name: 'FeatureError', code: 'bad-argument' }));
  });

  test('refuses a rate that its octaves go beyond', () => {
    expect(() => framesOf({ kind }, { sampleRate: 8000 })).toThrow('`nBins` must be low enough');
  });

  test('needs the whole signal', () => {
    const config = { sampleRate, features: [{ kind }], statistic: null };
    expect(() => features.createFrameStream(config)).toThrow('`features[0].kind` must be one of');
  });
});
