import { describe, expect, test } from 'vitest';
import { shakenVoice } from '../../testing/shaken-voice.ts';
import * as praat from '../../voice/index.ts';
import { createExtractor } from '../create-extractor.ts';
import type { FeatureConfig } from '../extractor-config.ts';

const { samples, sampleRate } = shakenVoice(16_000);
const extract = (feature: FeatureConfig, y = samples): Float32Array =>
  createExtractor({ sampleRate, features: [feature] }).extractSamples(y);

describe('voiceQuality', () => {
  const kind = 'voiceQuality';

  test('has these names', () => {
    const { names, shape } = createExtractor({ sampleRate, features: [{ kind }] });
    expect(shape).toEqual([13]);
    expect(names).toEqual([
      'jitterLocal',
      'jitterLocalAbsolute',
      'jitterRap',
      'jitterPpq5',
      'jitterDdp',
      'shimmerLocal',
      'shimmerLocalDb',
      'shimmerApq3',
      'shimmerApq5',
      'shimmerApq11',
      'shimmerDda',
      'hnr',
      'voiced',
    ]);
  });

  test.each([
    ['by default', {}],
    ['of another range', { pitchFloor: 100, pitchCeiling: 300 }],
  ])('has the values of the functions, %s', (_, range) => {
    const pulses = praat.pulses(samples, { sampleRate, ...range });
    const { f0 } = praat.pitch(samples, { sampleRate, ...range });
    const { pitchFloor } = { pitchFloor: 75, ...range };
    const expected = [
      ...Object.values(praat.jitter(pulses)),
      ...Object.values(praat.shimmer(samples, pulses, { sampleRate })),
      praat.harmonicity(samples, { sampleRate, pitchFloor }).mean,
      f0.filter((hz) => hz > 0).length / f0.length,
    ];
    expect(extract({ kind, ...range })).toEqual(Float32Array.from(expected));
  });

  test('needs no voice: what a clip does not have is 0', () => {
    const zeros = new Float32Array(13);
    expect(extract({ kind }, new Float32Array(sampleRate))).toEqual(zeros);
    expect(extract({ kind }, Float32Array.of(0.5))).toEqual(zeros);
  });

  test.each([{ pitchFloor: 150 }, { pitchCeiling: 120 }])('%o matters', (change) => {
    expect(extract({ kind, ...change })).not.toEqual(extract({ kind }));
  });

  test('wants a range', () => {
    expect(() => extract({ kind, pitchFloor: 300, pitchCeiling: 200 })).toThrow(
      '`pitchCeiling` must be above pitchFloor=300, got 200',
    );
  });
});

describe('formants', () => {
  const kind = 'formants';
  const frames = (feature: FeatureConfig, signal: object = {}): Float32Array => {
    const config = { sampleRate, statistic: null, features: [feature], ...signal };
    return createExtractor(config as never).extractSamples(samples);
  };

  test('has these names', () => {
    const { names } = createExtractor({ sampleRate, features: [{ kind, maxFormants: 2 }] });
    expect(names).toEqual(['f1', 'f2', 'b1', 'b2']);
    const all = createExtractor({ sampleRate, features: [{ kind }] }).names;
    expect(all).toEqual(['f1', 'f2', 'f3', 'f4', 'f5', 'b1', 'b2', 'b3', 'b4', 'b5']);
  });

  test('finds the resonances of a voice', () => {
    const config = { sampleRate, statistic: 'median', features: [{ kind }] } as const;
    const found = createExtractor(config).extractSamples(samples);
    // The resonances of the pulses; the first one is drawn to a harmonic.
    [600, 1300, 2600, 3600].forEach((hz, k) => {
      expect(Math.abs(found[k] - hz)).toBeLessThan(0.15 * hz);
    });
  });

  test('has the frames of the extractor, and the values of Praat at their middles', () => {
    // Praat's frames lie 6.25 ms from each other, 100 samples, and begin between two samples.
    const { times, frequencies, bandwidths } = praat.formants(samples, { sampleRate });
    const first = Math.round(times[0] * sampleRate - 0.5);
    const shifted = samples.subarray(first);
    const config = { sampleRate, hopLength: 100, nFft: 512, statistic: null } as const;
    const values = createExtractor({ ...config, features: [{ kind }] }).extractSamples(shifted);
    const count = times.length;
    for (let t = 30; t < 120; t++) {
      const ours = values.subarray(10 * t, 10 * t + 3);
      const known = [0, 1, 2].map((k) => frequencies.data[k * count + t]);
      // A sample less or more, and other samples beyond the start.
      known.forEach((hz, k) => {
        expect(Math.abs(ours[k] - hz)).toBeLessThan(0.02 * hz);
      });
      expect(bandwidths.data[t]).toBeGreaterThan(0);
    }
  });

  test('has as many frames as other features', () => {
    const config = { sampleRate, statistic: null, nFft: 1024, hopLength: 300 } as const;
    const both = createExtractor({ ...config, features: [{ kind: 'rms' }, { kind }] });
    const rms = createExtractor({ ...config, features: [{ kind: 'rms' }] });
    expect(both.extractSamples(samples).length).toBe(11 * rms.extractSamples(samples).length);
  });

  test.each([{ maxFormants: 4 }, { formantCeiling: 5000 }])('%o matters', (change) => {
    expect(extract({ kind, ...change })).not.toEqual(extract({ kind }));
  });

  test('frames that are not centred are read around their middles', () => {
    const signal = { nFft: 512, hopLength: 256 };
    const centred = frames({ kind }, signal);
    const others = frames({ kind }, { ...signal, center: false });
    // The last formants are not in all frames, and what stands for them hangs on other frames.
    for (let t = 5; t < 50; t++) {
      expect(others.subarray(10 * t, 10 * t + 3)).toEqual(
        centred.subarray(10 * t + 10, 10 * t + 13),
      );
    }
  });

  test('in silence there are none: zeros, and between two sounds a line', () => {
    expect(extract({ kind }, new Float32Array(sampleRate))).toEqual(new Float32Array(10));
    const gap = new Float32Array(3 * sampleRate);
    gap.set(samples);
    gap.set(samples, 2 * sampleRate);
    const config = { sampleRate, statistic: null, hopLength: 160, features: [{ kind }] } as const;
    const values = createExtractor(config).extractSamples(gap);
    expect(values.every((value) => value > 0)).toBe(true);
  });
});
