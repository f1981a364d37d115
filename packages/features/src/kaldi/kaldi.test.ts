// Filter banks and cepstra beside kaldi-native-fbank's.
import { describeWith, REAL_CLIPS, seeded } from '@ser/testing';
import { expect, test } from 'vitest';
import type { FbankOptions, KaldiMfccOptions } from '../index.ts';
import { kaldi } from '../index.ts';
import { golden } from '../testing/golden.ts';
import { firstSeconds } from '../testing/read-clip.ts';
import { voice } from '../testing/voices.ts';
import type { Matrix } from '../util/matrix.ts';

interface Case {
  readonly function: 'fbank' | 'mfcc';
  readonly signal: string;
  readonly options: FbankOptions & KaldiMfccOptions;
  /** Frames first, as in Kaldi. */
  readonly shape: readonly [frames: number, values: number];
  readonly values: readonly number[];
}

const { cases, step } = golden<{ cases: Case[]; step: number }>('kaldi');

/** Whole numbers of 16 bits within ±1. */
function hiss(length: number, seed: number, amplitude: number): Float32Array {
  const random = seeded(seed);
  return Float32Array.from({ length }, () => {
    return Math.round(amplitude * (2 * random() - 1)) / 32768;
  });
}

const third = (name: string): Float32Array =>
  Float32Array.from(voice(name).samples.filter((_, i) => i % 3 === 0));

/** The signals of tools/parity/kaldi_goldens.py, by the same formulas. */
function signals(): Record<string, Float32Array> {
  const low = third('low');
  const faint = new Float32Array(4000);
  faint.set(hiss(2000, 22, 3), 1000);
  return {
    low: low.subarray(2000, 10_000),
    high: third('high').subarray(4000, 12_000),
    hiss: hiss(8000, 21, 0.3 * 32768),
    faint,
    constant: new Float32Array(2000).fill(0.25),
    silence: new Float32Array(1000),
    frame: low.subarray(5000, 5400),
    short: low.subarray(5000, 5100),
  };
}

const synthetic = signals();

/** A matrix with its columns one after the other, as Kaldi's rows. */
const byFrame = ({ data, shape: [rows, frames] }: Matrix): Float32Array =>
  data.map((_, i) => data[(i % rows) * frames + Math.floor(i / rows)]);

function expectKaldi(samples: Float32Array, expected: Case): void {
  const matrix = kaldi[expected.function](samples, expected.options);
  expect(matrix.shape).toEqual(expected.shape.toReversed());
  const values = byFrame(matrix).filter((_, i) => i % step === 0);
  const greatest = Math.max(...expected.values.map(Math.abs));
  // Kaldi takes mel frequencies and sums in float32; the worst was 2.8e-5 of the greatest value.
  expect(values).toBeAllclose(expected.values, { rtol: 0, atol: 4e-5 * greatest });
}

const ofClip = cases.filter(({ signal }) => !(signal in synthetic));
const titled = (each: Case): [string, Case] => [
  `${each.function} of ${each.signal}, ${JSON.stringify(each.options)}`,
  each,
];

test.each(cases.filter((each) => !ofClip.includes(each)).map(titled))('%s', (_, expected) => {
  expectKaldi(synthetic[expected.signal], expected);
});

describeWith(REAL_CLIPS)('clips', () => {
  test.each(ofClip.map(titled))('%s', (_, expected) => {
    expectKaldi(firstSeconds(expected.signal), expected);
  });
});
