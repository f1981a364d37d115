import { seeded } from '@ser/testing';
import { describe, expect, test } from 'vitest';
import * as f from '../index.ts';
import { golden } from '../testing/golden.ts';
import { keptOf, type Part } from '../testing/kept.ts';
import { signals } from '../testing/signals.ts';

interface Case {
  readonly function: string;
  readonly signal: string;
  readonly options: { readonly nMels?: number; readonly power?: number; readonly random?: boolean };
  readonly parts: readonly Part[];
  /** Of `mel_to_stft`: the relative error of the reference, and of librosa. */
  readonly error?: number;
  readonly librosa?: number;
}

const { cases } = golden<{ cases: Case[] }>('inverse');
const known = signals();

/** Our answer to a case. */
function run(each: Case): Float32Array {
  const { function: name, signal, options } = each;
  const random = options.random ? seeded() : null;
  // Options come from JSON in the names of our functions; the functions check their values.
  switch (name) {
    case 'griffinlim': {
      const { nIter, momentum, length, random: _, ...transform } = options as f.GriffinlimOptions;
      const { real, imag, shape } = f.stft(known[signal], transform);
      const data = real.map((re, i) => Math.hypot(re, imag[i]));
      return f.griffinlim({ data, shape }, { ...(options as object), random });
    }
    case 'mel_to_stft':
    case 'unattainable': {
      const { nMels: _, ...rest } = options;
      return f.inverse.melToStft(melOf(each), rest as never).data;
    }
    default: {
      const { dctType, norm, lifter } = options as f.MfccToMelOptions;
      const cepstrum = { dctType, norm, lifter, sampleRate: 22050, nFft: 512, hopLength: 128 };
      const mfcc = f.mfcc(known[signal], { ...cepstrum, nMfcc: 20, nMels: 40 });
      if (name === 'mfcc_to_audio') {
        return f.inverse.mfccToAudio(mfcc, { nFft: 512, nMels: 40, ...options, random } as never);
      }
      const { sampleRate: _, ...rest } = { nMels: 40, sampleRate: 0, ...options };
      return f.inverse.mfccToMel(mfcc, rest).data;
    }
  }
}

/** The mel spectrogram of a case of `mel_to_stft`. */
function melOf({ function: name, signal, options }: Case): f.Matrix {
  if (name === 'mel_to_stft') {
    return f.melspectrogram(known[signal], { ...options, hopLength: 1024 } as never);
  }
  // What no spectrum has: bands that their neighbours' bins reach too.
  const data = new Float32Array(40 * 6);
  for (let m = 3; m < 40; m += 7) data.set([1, 2, 1e-3, 1e3, 0, 1], 6 * m);
  [1, 5, 0, 9].forEach((level, i) => {
    data.fill(level, 6 * (20 + i), 6 * (21 + i));
  });
  return { data, shape: [40, 6] };
}

/**
 * How far values may be apart, as parts of the greatest. Of `griffinlim` each step makes more of
 * float32's rounding errors, in which librosa computes. A step from phases of 0 makes most, where
 * the first signal is silent.
 */
const TOLERANCES: Readonly<Record<string, number>> = {
  griffinlim: 2e-4,
  mel_to_stft: 1e-5,
  unattainable: 1e-5,
  mfcc_to_mel: 1e-5,
  mfcc_to_audio: 1e-3,
};

const titleOf = ({ function: name, signal, options }: Case): string =>
  `${name} of ${signal} ${JSON.stringify(options)}`;

describe('librosa and scipy: inverse', () => {
  test.each(cases.map((each) => [titleOf(each), each] as const))('%s', (_, expected) => {
    const [part] = expected.parts;
    const atol = TOLERANCES[expected.function] * part.max;
    expect(keptOf(part, run(expected))).toBeAllclose(part.values, { rtol: 1e-4, atol });
  });

  const spectra = cases.filter((each) => each.error !== undefined);

  test.each(spectra.map((each) => [titleOf(each), each] as const))(
    '%s: has the mel bands at least as nearly as the reference',
    (_, expected) => {
      const melspectrogram = melOf(expected);
      const { nMels: _nMels, power = 2, ...rest } = expected.options;
      const spectrum = f.inverse.melToStft(melspectrogram, { power, ...rest } as never);
      const powers = { data: spectrum.data.map((value) => value ** power), shape: spectrum.shape };
      const back = f.melspectrogram(powers, {
        nFft: 2048,
        nMels: melspectrogram.shape[0],
        ...rest,
      } as never);
      let error = 0;
      let whole = 0;
      back.data.forEach((value, i) => {
        error += (value - melspectrogram.data[i]) ** 2;
        whole += melspectrogram.data[i] ** 2;
      });
      // The seven digits of float32.
      const { error: reference = 0, librosa = 0 } = expected;
      expect(Math.sqrt(error)).toBeLessThanOrEqual((reference + 3e-7) * Math.sqrt(whole));
      expect(reference).toBeLessThanOrEqual(librosa + 3e-7);
    },
  );
});
