import { describe, expect, it } from 'vitest';
import { type AudioWindow, WindowCutter, type WindowCutterOptions } from './window-cutter.ts';

const RATE = 1000;
const ramp = (size: number, from = 0): Float32Array =>
  Float32Array.from({ length: size }, (_, i) => from + i);

/** All windows of a ramp, pushed in pieces. */
function cut(size: number, options: Omit<WindowCutterOptions, 'sampleRate'>, piece = size) {
  const cutter = new WindowCutter({ sampleRate: RATE, ...options });
  const windows: AudioWindow[] = [];
  const pull = () => {
    for (let window = cutter.pull(); window; window = cutter.pull()) windows.push(window);
  };
  for (let at = 0; at < size; at += piece) {
    cutter.push(ramp(Math.min(piece, size - at), at));
    pull();
  }
  cutter.end();
  pull();
  return windows;
}

/** Where windows are, and that they hold the samples that are there. */
function ranges(windows: AudioWindow[]): [number, number][] {
  for (const { start, end, audio } of windows) {
    expect(audio.sampleRate).toBe(RATE);
    const [from, to] = [Math.round(start * RATE), Math.round(end * RATE)];
    expect(audio.samples).toEqual(ramp(to - from, from));
  }
  return windows.map(({ start, end }) => [start, end]);
}

describe('windows', () => {
  it.each<[string, size: number, length: number, hop: number, [number, number][]]>([
    [
      'overlap',
      400,
      0.2,
      0.1,
      [
        [0, 0.2],
        [0.1, 0.3],
        [0.2, 0.4],
      ],
    ],
    [
      'end where the sound ends',
      350,
      0.2,
      0.1,
      [
        [0, 0.2],
        [0.1, 0.3],
        [0.2, 0.35],
      ],
    ],
    [
      'stand side by side',
      450,
      0.2,
      0.2,
      [
        [0, 0.2],
        [0.2, 0.4],
        [0.4, 0.45],
      ],
    ],
    [
      'stand apart',
      750,
      0.1,
      0.3,
      [
        [0, 0.1],
        [0.3, 0.4],
        [0.6, 0.7],
      ],
    ],
    [
      'stand apart, the last one shorter',
      650,
      0.1,
      0.3,
      [
        [0, 0.1],
        [0.3, 0.4],
        [0.6, 0.65],
      ],
    ],
    ['are one where the sound is shorter', 150, 0.2, 0.1, [[0, 0.15]]],
    ['are one where the sound is as long', 200, 0.2, 0.1, [[0, 0.2]]],
    [
      'are two where the sound is one sample longer',
      201,
      0.2,
      0.1,
      [
        [0, 0.2],
        [0.1, 0.201],
      ],
    ],
    ['are none of no sound', 0, 0.2, 0.1, []],
  ])('%s', (_, size, length, hop, expected) => {
    expect(ranges(cut(size, { length, hop }))).toEqual(expected);
  });

  it.each([1, 7, 99, 100, 101, 1000])('are the same in pieces of %i samples', (piece) => {
    for (const hop of [0.03, 0.1, 0.25, 0.7]) {
      const options = { length: 0.1, hop };
      expect(ranges(cut(3456, options, piece))).toEqual(ranges(cut(3456, options)));
    }
  });
});

it('do not drift where a hop is no whole number of samples', () => {
  const cutter = new WindowCutter({ sampleRate: 44_100, length: 1 / 300, hop: 1 / 700 });
  const starts: number[] = [];
  for (let i = 0; i < 70; i++) {
    cutter.push(new Float32Array(63));
    for (let window = cutter.pull(); window; window = cutter.pull()) {
      starts.push(window.start * 44_100);
      expect(window.audio.samples).toHaveLength(147);
    }
  }
  expect(starts.map(Math.round)).toEqual(starts.map((_, i) => 63 * i));
  const thirds = new WindowCutter({ sampleRate: 10, length: 1, hop: 1 / 3 });
  thirds.push(new Float32Array(1000));
  for (let i = 0; i < 290; i++) {
    expect(thirds.pull()?.start).toBe(Math.round((i * 10) / 3) / 10);
  }
});

it('keeps its own copy of what is pushed, and gives one to each window', () => {
  const cutter = new WindowCutter({ sampleRate: RATE, length: 0.02, hop: 0.01 });
  const samples = ramp(30);
  cutter.push(samples);
  samples.fill(-1);
  cutter.pull()?.audio.samples.fill(-1);
  expect(cutter.pull()?.audio.samples).toEqual(ramp(20, 10));
});

it('takes doubles, and no samples at all', () => {
  const cutter = new WindowCutter({ sampleRate: RATE, length: 0.003, hop: 0.003 });
  cutter.push(new Float64Array(0));
  cutter.push(Float64Array.of(0.1, 0.2, 0.3));
  expect(cutter.pull()?.audio.samples).toEqual(Float32Array.of(0.1, 0.2, 0.3));
});

it('gives no window before all of its samples are there', () => {
  const cutter = new WindowCutter({ sampleRate: RATE, length: 0.1, hop: 0.1 });
  cutter.push(ramp(99));
  expect(cutter.pull()).toBeUndefined();
  cutter.push(ramp(1, 99));
  expect(cutter.pull()?.end).toBe(0.1);
  cutter.end();
  expect(cutter.pull()).toBeUndefined();
});

it.each([0.5, 2, 30])('holds no more of an endless sound than it needs (hop %f)', (hop) => {
  const cutter = new WindowCutter({ sampleRate: 16_000, length: 2, hop });
  const piece = new Float32Array(12_345);
  let largest = 0;
  const { set } = Float32Array.prototype;
  const resized = new Set<number>();
  Float32Array.prototype.set = function (...args) {
    resized.add(this.length);
    largest = Math.max(largest, this.length);
    return set.apply(this, args);
  };
  try {
    for (let i = 0; i < 1000; i++) {
      cutter.push(piece);
      while (cutter.pull());
    }
  } finally {
    Float32Array.prototype.set = set;
  }
  expect(largest).toBeLessThan(4 * (32_000 + 12_345));
  expect(resized.size).toBeLessThan(5);
});

it.each<[string, Partial<WindowCutterOptions>]>([
  ['sampleRate', { sampleRate: 0 }],
  ['sampleRate', { sampleRate: Number.NaN }],
  ['length', { length: 0.0009 }],
  ['length', { length: Number.POSITIVE_INFINITY }],
  ['hop', { hop: 0 }],
  ['hop', { hop: Number.NaN }],
])('refuses a %s that cuts nothing', (name, options) => {
  expect(() => new WindowCutter({ sampleRate: RATE, length: 1, hop: 1, ...options })).toThrow(
    expect.objectContaining({ code: 'bad-argument', message: expect.stringMatching(name) }),
  );
});

it('refuses what is no samples, and samples after the end', () => {
  const cutter = new WindowCutter({ sampleRate: RATE, length: 1, hop: 1 });
  expect(() => cutter.push([1, 2] as unknown as Float32Array)).toThrow('got Array');
  cutter.end();
  expect(() => cutter.push(ramp(1))).toThrow('left out after end()');
});
