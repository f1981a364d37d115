// librosa's goldens hold a change of every option of every function.
import { describe, expect, test } from 'vitest';
import * as features from './index.ts';
import type { Case } from './testing/case.ts';
import { golden } from './testing/golden.ts';
import { signals } from './testing/signals.ts';

const { cases } = golden<{ cases: Case[] }>('options');

/** Each function of the goldens that takes options, called with something else. */
const CALLS: Readonly<Record<string, () => unknown>> = {
  amplitude_to_db: () => features.amplitudeToDb(new Float32Array(1), null as never),
  chroma_stft: () => features.chromaStft(new Float32Array(1), null as never),
  delta: () => features.delta(new Float32Array(1), null as never),
  estimate_tuning: () => features.estimateTuning(new Float32Array(1), null as never),
  'filters.chroma': () => features.filters.chroma(null as never),
  'filters.mel': () => features.filters.mel(null as never),
  hz_to_mel: () => features.hzToMel(1, null as never),
  istft_of_stft: () => features.istft(features.stft(new Float32Array(1)), null as never),
  mel_frequencies: () => features.melFrequencies(1, null as never),
  mel_to_hz: () => features.melToHz(1, null as never),
  melspectrogram: () => features.melspectrogram(new Float32Array(1), null as never),
  mfcc: () => features.mfcc(new Float32Array(1), null as never),
  phase_vocoder: () => features.phaseVocoder(features.stft(new Float32Array(1)), null as never),
  piptrack: () => features.piptrack(new Float32Array(1), null as never),
  pitch_shift: () => features.pitchShift(new Float32Array(1), null as never),
  pitch_tuning: () => features.pitchTuning([], null as never),
  power_to_db: () => features.powerToDb(new Float32Array(1), null as never),
  resample: () => features.resample(new Float32Array(1), null as never),
  rms: () => features.rms(new Float32Array(1), null as never),
  spectral_bandwidth: () => features.spectralBandwidth(new Float32Array(1), null as never),
  spectral_centroid: () => features.spectralCentroid(new Float32Array(1), null as never),
  spectral_contrast: () => features.spectralContrast(new Float32Array(1), null as never),
  spectral_flatness: () => features.spectralFlatness(new Float32Array(1), null as never),
  spectral_rolloff: () => features.spectralRolloff(new Float32Array(1), null as never),
  stft: () => features.stft(new Float32Array(1), null as never),
  time_stretch: () => features.timeStretch(new Float32Array(1), null as never),
  trim: () => features.trim(new Float32Array(1), null as never),
  yin: () => features.yin(new Float32Array(1), null as never),
  zero_crossing_rate: () => features.zeroCrossingRate(new Float32Array(1), null as never),
};

/** Options whose change librosa's goldens do not hold, and why. */
const EXCEPT: Readonly<Record<string, readonly string[]>> = {
  // An advance of another hop is whole turns away, so that the phases are the same.
  phase_vocoder: ['hopLength', 'nFft'],
  // The ends are rounding errors over nothing; the tests below look at the rest.
  time_stretch: ['center'],
  // As there; and the rates' ratio alone counts.
  pitch_shift: ['center', 'sampleRate'],
};

/** The options that the error of a call names. */
function optionsOf(call: () => unknown): string[] {
  try {
    call();
  } catch (error) {
    const [, names] = /`options` must be an object of (.*), got null/.exec(String(error)) ?? [];
    return names.split(', ');
  }
  return [];
}

test('every function of the goldens of options is here', () => {
  expect(Object.keys(CALLS).sort()).toEqual([...new Set(cases.map((c) => c.function))].sort());
});

test.each(Object.entries(CALLS))('the goldens change every option of %s', (name, call) => {
  const changed = cases.flatMap((c) => (c.function === name && c.change ? [c.change] : []));
  expect([...changed, ...(EXCEPT[name] ?? [])].sort()).toEqual(optionsOf(call).sort());
});

describe('frames that are not centred', () => {
  const { hiss, sentence } = signals();
  // Away from the ends, where the windows sum to nothing.
  const middle = (samples: Float32Array): Float32Array => samples.subarray(2500, -2500);

  test('are stretched as the transforms that it is made of', () => {
    const spectrum = features.phaseVocoder(features.stft(hiss, { center: false }), { rate: 0.8 });
    const expected = features.istft(spectrum, { center: false, length: 7500 });
    const stretched = features.timeStretch(hiss, { rate: 0.8, center: false });
    expect(middle(stretched)).toEqual(middle(expected));
    expect(middle(stretched)).not.toEqual(middle(features.timeStretch(hiss, { rate: 0.8 })));
  });

  test('are shifted as the stretch and the resampling that it is made of', () => {
    const sampleRate = 22050;
    const rate = 2 ** (-2 / 12);
    const slow = features.timeStretch(hiss, { rate, center: false });
    const expected = features.resample(slow, { origSr: sampleRate / rate, targetSr: sampleRate });
    const shifted = features.pitchShift(hiss, { sampleRate, nSteps: 2, center: false });
    expect(shifted).toEqual(expected.subarray(0, hiss.length));
  });

  test('the rate is no part of a shift of pitch', () => {
    const [low, high] = [8000, 48000].map((sampleRate) =>
      features.pitchShift(sentence, { sampleRate, nSteps: 2 }),
    );
    // The quotients of the rates differ in their last bits.
    expect(low).toBeAllclose(high, { rtol: 0, atol: 1e-6 });
  });
});

describe('a spectrogram in place of samples', () => {
  const { sentence } = signals();
  const sampleRate = 22050;
  // Odd and even transforms, whose matrices have as many bins.
  const lengths = [1000, 1001];
  const spectrum = (nFft: number, power: number): features.Matrix => {
    const { real, imag, shape } = features.stft(sentence, { nFft, hopLength: 512 });
    const data = real.map((re, i) => Math.fround(Math.hypot(re, imag[i])) ** power);
    return { data, shape };
  };

  /** Each function, the power of the spectrogram that it takes, and its values. */
  const functions: [
    name: string,
    power: number,
    call: (input: features.SignalOrMatrix, nFft: number) => Float32Array,
  ][] = [
    [
      'melspectrogram',
      2,
      (input, nFft) => features.melspectrogram(input, { sampleRate, nFft, nMels: 20 }).data,
    ],
    [
      'chromaStft',
      2,
      (input, nFft) => features.chromaStft(input, { sampleRate, nFft, tuning: 0.1 }).data,
    ],
    [
      'spectralCentroid',
      1,
      (input, nFft) => features.spectralCentroid(input, { sampleRate, nFft }),
    ],
    [
      'spectralBandwidth',
      1,
      (input, nFft) => features.spectralBandwidth(input, { sampleRate, nFft }),
    ],
    ['spectralRolloff', 1, (input, nFft) => features.spectralRolloff(input, { sampleRate, nFft })],
    ['spectralFlatness', 1, (input, nFft) => features.spectralFlatness(input, { nFft })],
    [
      'spectralContrast',
      1,
      (input, nFft) => features.spectralContrast(input, { sampleRate, nFft }).data,
    ],
    [
      'piptrack',
      1,
      (input, nFft) => features.piptrack(input, { sampleRate, nFft, hopLength: 512 }).pitches.data,
    ],
  ];

  test.each(functions)('%s: the values of the samples', (_, power, call) => {
    for (const nFft of lengths) {
      // hypot's last bit may differ from numpy's magnitude.
      const expected = call(sentence, nFft);
      const atol = 1e-5 * expected.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
      expect(call(spectrum(nFft, power), nFft)).toBeAllclose(expected, { rtol: 1e-5, atol });
    }
  });

  test.each(functions)('%s takes it for that of an even transform', (_, power, call) => {
    const even = call(spectrum(1000, power), 1000);
    // Lengths that do not give the matrix' bins are ignored, as in librosa.
    expect(call(spectrum(1000, power), 4096)).toEqual(even);
    expect(call(spectrum(1000, power), undefined as never)).toEqual(even);
  });

  test.each(functions)('%s refuses a length of a transform that is none', (name, power, call) => {
    for (const nFft of [0, 1.5, 2 ** 22 + 1]) {
      const error = `${name}: \`nFft\` must be a whole number in [1, 4194304]`;
      expect(() => call(spectrum(1000, power), nFft)).toThrow(error);
    }
  });

  test('estimateTuning: that of the samples', () => {
    const options = { sampleRate, nFft: 1000, hopLength: 512 };
    const tuning = features.estimateTuning(sentence, options);
    expect(features.estimateTuning(spectrum(1000, 1), options)).toBe(tuning);
    expect(tuning).not.toBe(0);
  });

  test('mfcc takes decibels as they are', () => {
    const decibels = features.powerToDb(
      features.melspectrogram(sentence, { sampleRate, nMels: 30 }),
    );
    expect(features.mfcc(decibels, { sampleRate, nMfcc: 7, lifter: 5 })).toEqual(
      features.mfcc(sentence, { sampleRate, nMels: 30, nMfcc: 7, lifter: 5 }),
    );
  });

  test.each(lengths)('rms: that of a signal of %i samples, by Parseval’s theorem', (nFft) => {
    const framing = { nFft, hopLength: nFft, center: false, window: 'boxcar' } as const;
    const { real, imag, shape } = features.stft(sentence, framing);
    const data = real.map((re, i) => Math.hypot(re, imag[i]));
    const expected = features.rms(sentence, { frameLength: nFft, hopLength: nFft, center: false });
    const values = features.rms({ data, shape }, { frameLength: nFft });
    // Float32 magnitudes, whose squares are summed.
    expect(values).toBeAllclose(expected, { rtol: 1e-6, atol: 0 });
  });
});
