import { seeded } from '@ser/testing';
import { describe, expect, test } from 'vitest';
import type { Convolution, Convolver } from './convolution.ts';
import { plainConvolver } from './plain-convolver.ts';
import { wasmConvolver } from './wasm-convolver.ts';

/** The convolution at the higher rate by the definition, where zeros are put in, or samples left out. */
function expected(
  { inputLength, outputLength, gains }: Convolution,
  input: Float32Array,
): number[] {
  const length = 2 * (gains.length - 1);
  const up = length / inputLength;
  const down = length / outputLength;
  const taps = Array.from({ length }, (_, n) => {
    let sum = 0;
    for (let k = 0; k < length; k++) {
      sum += gains[Math.min(k, length - k)] * Math.cos((2 * Math.PI * ((k * n) % length)) / length);
    }
    return sum / length;
  });
  return Array.from({ length: outputLength }, (_, m) => {
    let sum = 0;
    for (let n = 0; n < inputLength; n++) {
      sum += input[n] * taps[(m * down - n * up + length) % length];
    }
    // Gains are those of signals whose rate has changed: a repeated spectrum has its size.
    return sum * down;
  });
}

function run(convolver: Convolver | undefined, input: Float32Array): Float32Array {
  if (!convolver) throw new Error('no convolver');
  convolver.input.set(input);
  convolver.convolve();
  return convolver.output.slice();
}

// Powers of two with an odd and an even number of twos; parts of nine and of three; spectra that are
// repeated, folded, and both.
const LENGTHS: [input: number, output: number, length: number][] = [
  [256, 256, 256],
  [512, 512, 512],
  [512, 1024, 1024],
  [512, 256, 512],
  [1024, 256, 1024],
  [1152, 384, 1152],
  [2304, 768, 2304],
  [1152, 192, 1152],
  [576, 384, 1152],
  [512, 1536, 1536],
  [512, 768, 1536],
  [256, 1536, 1536],
  [288, 384, 1152],
  [512, 384, 1536],
  [128, 1024, 1024],
];

describe.each(LENGTHS)('from %i to %i samples', (inputLength, outputLength, length) => {
  const random = seeded(length);
  // The shape of no filter, so that every bin counts.
  const gains = Float64Array.from({ length: length / 2 + 1 }, random);
  const convolution = { inputLength, outputLength, gains };
  const input = Float32Array.from({ length: inputLength }, () => random() - 0.5);

  test('is the convolution', () => {
    const result = run(wasmConvolver(convolution), input);
    const values = expected(convolution, input);
    const peak = Math.max(...values.map(Math.abs));
    // A few roundings of float32.
    expect(result).toBeAllclose(values, { rtol: 0, atol: 1e-6 * peak });
  });

  test('is the same without WebAssembly, bit for bit', () => {
    const [fast, plain] = [wasmConvolver(convolution), plainConvolver(convolution)];
    for (const samples of [input, input.map((x) => x * 1e-36), input.map((_, i) => +(i === 5))]) {
      expect(run(plain, samples)).toEqual(run(fast, samples));
    }
  });
});
