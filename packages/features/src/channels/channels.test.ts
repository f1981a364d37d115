import type { Tolerance } from '@ser/testing';
import { describe, expect, test } from 'vitest';
import type { Channel, Matrix, Samples } from '../index.ts';
import * as f from '../index.ts';
import type { Part } from '../testing/case.ts';
import { golden } from '../testing/golden.ts';
import { signals } from '../testing/signals.ts';

const { channels } = f;

interface Case {
  function: string;
  options: Record<string, unknown>;
  /** Whether librosa takes the channels together. */
  together: boolean;
  /** Of each array that the function gives, its channels; one where all of them give one. */
  parts: Part[][];
}

const { cases } = golden<{ cases: Case[] }>('channels');

/** A loud channel and one 60 dB quieter, sounding at other times and of another tuning. */
function sounds(): Float32Array[] {
  const { voice, tones, noise } = signals();
  return [
    voice.map((value, i) => (i < 12000 ? value : 0)),
    tones.map((value, i) => (i > 6000 ? 1e-3 * (value + 0.1 * noise[i]) : 0)),
  ];
}

type Arrays = ArrayLike<number>[];
type Function = (samples: Samples, options: never) => Arrays;

/** Functions that take each channel by itself: the arrays that each gives. */
const ALONE: Readonly<Record<string, Function>> = {
  stft: (y, o) => parts(f.stft(y, o)),
  melspectrogram: (y, o) => [f.melspectrogram(y, o).data],
  chromaStft: (y, o) => [f.chromaStft(y, o).data],
  chromaCqt: (y, o) => [f.chromaCqt(y, o).data],
  cqt: (y, o) => parts(f.cqt(y, o)),
  rms: (y, o) => [f.rms(y, o)],
  zeroCrossingRate: (y, o) => [f.zeroCrossingRate(y, o)],
  spectralCentroid: (y, o) => [f.spectralCentroid(y, o)],
  spectralBandwidth: (y, o) => [f.spectralBandwidth(y, o)],
  spectralRolloff: (y, o) => [f.spectralRolloff(y, o)],
  spectralFlatness: (y, o) => [f.spectralFlatness(y, o)],
  spectralContrast: (y, o) => [f.spectralContrast(y, o).data],
  yin: (y, o) => [f.yin(y, o)],
  pyin: (y, o) => {
    const { f0, voicedFlag, voicedProbability } = f.pyin(y, o);
    return [f0, voicedFlag, voicedProbability];
  },
  lpc: (y, o) => [f.lpc(y, o)],
  resample: (y, o) => [f.resample(y, o)],
  preemphasis: (y, o) => [f.preemphasis(y, o as { coef?: number })],
  harmonic: (y, o) => [f.harmonic(y, o)],
  percussive: (y, o) => [f.percussive(y, o)],
  timeStretch: (y, o) => [f.timeStretch(y, o)],
  piptrack: (y, o) => {
    const { pitches, magnitudes } = f.piptrack(y, o);
    return [pitches.data, magnitudes.data];
  },
};

/** Functions of all channels: of each array, its channels. */
const TOGETHER: Readonly<Record<string, (list: Float32Array[], options: never) => Arrays[]>> = {
  mfcc: (list, o) => [data(channels.mfcc(list, o))],
  powerToDb: (list, o) => [data(channels.powerToDb(channels.each(list, spectrum(2)), o))],
  amplitudeToDb: (list, o) => [data(channels.amplitudeToDb(channels.each(list, spectrum(1)), o))],
  spectralContrast: (list, o) => [data(channels.spectralContrast(list, o))],
  chromaStft: (list, o) => [data(channels.chromaStft(list, o))],
  estimateTuning: (list, o) => [[[channels.estimateTuning(list, o)]]],
  chromaCqt: (list, o) => {
    const sampleRate = 22050;
    const tuning = channels.estimateTuning(list, { sampleRate, binsPerOctave: 36 });
    const options = { ...(o as object), sampleRate, tuning };
    return [channels.each(list, (y) => f.chromaCqt(y, options).data)];
  },
  trim: (list, o) => {
    const { start, end } = channels.trim(list, o);
    return [[[start, end]]];
  },
  split: (list, o) => [[channels.split(list, o).flat()]],
};

const parts = ({ real, imag }: f.ComplexMatrix): Arrays => [real, imag];
const data = (list: Matrix[]): Arrays => list.map((matrix) => matrix.data);
const spectrum =
  (power: 1 | 2) =>
  (samples: Float32Array): Matrix => {
    const { real, imag, shape } = f.stft(samples);
    return { data: real.map((re, i) => Math.fround(Math.hypot(re, imag[i])) ** power), shape };
  };

/** The tolerances of PARITY.md; of sums in float32 in another order where librosa has more axes. */
function tolerance(name: string, max: number): Tolerance {
  if (name === 'spectralFlatness') return { rtol: 1e-3, atol: 1e-5 };
  if (name === 'timeStretch') return { rtol: 1e-4, atol: 1e-3 * max };
  return { rtol: 1e-4, atol: Math.max(1e-5 * max, name === 'resample' ? 3e-4 : 0) };
}

function expectParts(expected: Case, actual: Arrays[]): void {
  expected.parts.forEach((byChannel, i) => {
    byChannel.forEach(({ shape, step, max, values }, c) => {
      const array = actual[i][c];
      expect(array.length).toBe(shape.reduce((a, b) => a * b, 1));
      const compared = [...values.keys()].filter((k) => values[k] !== null);
      expect(compared.map((k) => array[k * step])).toBeAllclose(
        compared.map((k) => Number(values[k])),
        tolerance(expected.function, max),
      );
    });
  });
}

const title = ({ function: name, options }: Case): string => `${name} ${JSON.stringify(options)}`;
const alone = cases.filter(({ together }) => !together);
const together = cases.filter((each) => each.together);

describe('librosa takes each channel by itself', () => {
  test.each(alone.map((each) => [title(each), each] as const))('%s', (_, expected) => {
    const { function: name, options } = expected;
    const byChannel = channels.each(sounds(), (y) => ALONE[name](y, options as never));
    const arrays = byChannel[0].map((_, i) => byChannel.map((each) => each[i]));
    expectParts(expected, arrays);
  });

  test('all of them are compared', () => {
    expect(new Set(alone.map((each) => each.function))).toEqual(new Set(Object.keys(ALONE)));
  });
});

describe('librosa takes channels together', () => {
  test.each(together.map((each) => [title(each), each] as const))('%s', (_, expected) => {
    const { function: name, options } = expected;
    expectParts(expected, TOGETHER[name](sounds(), options as never));
  });

  test('all of them are compared', () => {
    const compared = new Set(together.map((each) => each.function));
    expect(compared).toEqual(new Set(Object.keys(TOGETHER)));
    const others = Object.keys(channels).filter((name) => name !== 'each');
    expect([...compared]).toEqual(expect.arrayContaining(others));
  });

  test('trim cuts every channel', () => {
    const list = sounds();
    const { channels: cut, start, end } = channels.trim(list, { topDb: 30 });
    expect(cut).toEqual(list.map((channel) => channel.subarray(start, end)));
  });
});

const sampleRate = 22050;
const y = new Float32Array(4000).fill(0.1);
const S: Matrix = { data: new Float32Array(8).fill(1), shape: [2, 4] };
const S2: Matrix = { data: new Float32Array(8).fill(1), shape: [4, 2] };

const bad: [text: string, call: () => unknown][] = [
  ['channels.each: `channels` must be a list', () => channels.each([], () => 1)],
  ['channels.each: `channels` must be a list', () => channels.each(y as never, () => 1)],
  [
    'channels.each: `channels[1]` must be samples',
    () => channels.each([y, null as never], () => 1),
  ],
  ['channels.each: `channels[1]` must be as long', () => channels.each([y, S as Channel], () => 1)],
  ['channels.each: `compute` must be a function', () => channels.each([y], 1 as never)],
  [
    'channels.mfcc: `channels[1]` must be as long as the first channel, 4000',
    () => channels.mfcc([y, y.subarray(1)], { sampleRate }),
  ],
  ['channels.powerToDb: `channels[1]` must be as long', () => channels.powerToDb([S, S2])],
  ['channels.amplitudeToDb: `channels` must be a list', () => channels.amplitudeToDb(S as never)],
  ['channels.trim: `channels` must be a list', () => channels.trim(y as never)],
  ['channels.split: `topDb` must be', () => channels.split([y], { topDb: -1 })],
  ['channels.chromaStft: `sampleRate` must be', () => channels.chromaStft([y], { sampleRate: 0 })],
  [
    'channels.estimateTuning: `channels` must be a list',
    () => channels.estimateTuning(y as never, { sampleRate }),
  ],
  [
    'channels.spectralContrast: `channels` must be a list',
    () => channels.spectralContrast(y as never, { sampleRate }),
  ],
];

test.each(bad)('%s', (text, call) => {
  expect(call).toThrow(expect.objectContaining({ name: 'FeatureError', code: 'bad-argument' }));
  expect(call).toThrow(text);
});

test('one channel gives what the functions of samples give', () => {
  const [voice] = sounds();
  expect(channels.mfcc([voice], { sampleRate })).toEqual([f.mfcc(voice, { sampleRate })]);
  expect(channels.chromaStft([voice], { sampleRate })).toEqual([
    f.chromaStft(voice, { sampleRate }),
  ]);
  const contrast = f.spectralContrast(voice, { sampleRate, nFft: 501 });
  expect(channels.spectralContrast([voice], { sampleRate, nFft: 501 })).toEqual([contrast]);
  expect(channels.split([voice])).toEqual(f.split(voice));
});

test('`each` gives the channel and its number', () => {
  expect(channels.each([y, y], (channel, i) => channel.length + i)).toEqual([4000, 4001]);
});
