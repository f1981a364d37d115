import { describe, expect, test } from 'vitest';
import { type Case, titleOf } from '../testing/case.ts';
import { casesOf, keptOf, librosas, magnitudes } from '../testing/pyin-case.ts';
import { signals } from '../testing/signals.ts';
import type { Matrix } from '../util/matrix.ts';
import { type PcenOptions, type PcenResult, pcen } from './pcen.ts';

const known = signals();
const sampleRate = 22050;

function run({ function: name, signal, options }: Case): PcenResult {
  const spectrogram = magnitudes(known[signal]);
  const o = { ...(options as unknown as PcenOptions), returnZf: true as const };
  if (name === 'pcen_in_pieces') {
    const { zf: zi } = pcen(columns(spectrogram, 0, 5), o);
    return pcen(columns(spectrogram, 5), { ...o, zi });
  }
  if (name === 'pcen_of_ref') return pcen(spectrogram, { ...o, ref: reversed(spectrogram) });
  return pcen(spectrogram, o);
}

function columns({ data, shape: [rows, frames] }: Matrix, from: number, to = frames): Matrix {
  const kept = data.filter((_, i) => i % frames >= from && i % frames < to);
  return { data: kept, shape: [rows, kept.length / rows] };
}

function reversed({ data, shape }: Matrix): Matrix {
  const [rows, frames] = shape;
  const at = (i: number): number => (rows - 1 - Math.floor(i / frames)) * frames + (i % frames);
  return { data: data.map((_, i) => data[at(i)]), shape };
}

describe('librosa: pcen', () => {
  for (const expected of casesOf('pcen', 'pcen_in_pieces', 'pcen_of_ref')) {
    test(titleOf(expected), () => {
      const { data, zf } = run(expected);
      const answers = [data, zf].slice(0, expected.parts.length);
      answers.forEach((values, part) => {
        // Of mel bands that are float32 in both.
        const tolerance = { rtol: 2e-6, atol: 1e-6 * expected.parts[part].max };
        expect(keptOf(values, expected, part)).toBeAllclose(librosas(expected, part), tolerance);
      });
    });
  }
});

const spectrogram = magnitudes(known.sentence);

test('these are the defaults', () => {
  const explicit = {
    hopLength: 512,
    gain: 0.98,
    bias: 2,
    power: 0.5,
    timeConstant: 0.4,
    eps: 1e-6,
    maxSize: 1,
    ref: spectrogram,
    returnZf: false as const,
  };
  expect(pcen(spectrogram, { sampleRate })).toEqual(pcen(spectrogram, { sampleRate, ...explicit }));
});

test('pieces are the whole', () => {
  const whole = pcen(spectrogram, { sampleRate });
  const first = pcen(columns(spectrogram, 0, 5), { sampleRate, returnZf: true });
  const rest = pcen(columns(spectrogram, 5), { sampleRate, zi: first.zf });
  expect(rest).toEqual(columns(whole, 5));
});

test.each<[text: string, options: object]>([
  ['pcen: `b` must be above 0 and at most 1, got 0', { b: 0 }],
  ['pcen: `b` must be above 0 and at most 1, got 1.1', { b: 1.1 }],
  ['pcen: `gain` must be ≥ 0', { gain: -1 }],
  ['pcen: `bias` must be ≥ 0', { bias: -1 }],
  ['pcen: `power` must be ≥ 0', { power: -1 }],
  ['pcen: `eps` must be > 0', { eps: 0 }],
  ['pcen: `timeConstant` must be > 0', { timeConstant: 0 }],
  ['pcen: `maxSize` must be a whole number', { maxSize: 0 }],
  ['pcen: `zi` must be 40 floats ≥ 0, one a band', { zi: new Float32Array(3) }],
  ['pcen: `ref` must be of shape [40,', { ref: { data: new Float32Array(2), shape: [1, 2] } }],
  ['pcen: `returnZf` must be true or false', { returnZf: 1 }],
])('%s', (text, options) => {
  expect(() => pcen(spectrogram, { sampleRate, ...options } as never)).toThrow(text);
});

test('magnitudes are not negative', () => {
  const { data, shape } = spectrogram;
  const bad = { data: data.map((value, i) => (i === 3 ? -1 : value)), shape };
  expect(() => pcen(bad, { sampleRate })).toThrow('`spectrogram` must be magnitudes ≥ 0, got -1');
});
