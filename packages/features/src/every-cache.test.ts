// Caches are asked for many keys, each of which differs from another in one part, in both orders:
// each pair of keys is asked for in both. What comes must be what is made without a cache.
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Analysis } from './extractor/util/analysis.ts';
import type { ChromaFilterOptions } from './filters/chroma.ts';
import type { Window } from './filters/get-window.ts';
import { chroma, mel } from './filters/index.ts';
import type { MelFilterOptions, MelOptions } from './filters/mel.ts';
import { type ConstantQOptions, getWindow } from './index.ts';
import type { KaldiMelBank } from './kaldi/util/kaldi-mel-bank.ts';
import { type SparseFilters, sparseFilters } from './kernels/sparse-filters.ts';
import { signals } from './testing/signals.ts';
import type { DctType } from './util/dct-matrix.ts';

afterEach(() => {
  vi.resetModules();
});

/**
 * Expects a cache to give for each key what `fresh` makes of it, asked in the given order and in
 * the opposite one, twice each. Modules, and with them their caches, are new each time.
 */
async function expectFresh<Key, Value>(
  keys: readonly Key[],
  load: () => Promise<(key: Key) => Value>,
  fresh: (key: Key) => Value,
): Promise<void> {
  for (const order of [keys, keys.toReversed()]) {
    vi.resetModules();
    const cached = await load();
    for (const key of [...order, ...order]) expect(cached(key)).toEqual(fresh(key));
  }
}

/** The base, and what becomes of it by each of the changes. */
const variations = <T extends object>(base: T, changes: readonly Partial<T>[]): T[] => [
  base,
  ...changes.map((change) => ({ ...base, ...change })),
];

const MEL: readonly MelOptions[] = [
  { nMels: 21 },
  { fMin: 100 },
  { fMax: 4000 },
  { htk: true },
  { norm: null },
  { norm: 1 },
  { norm: 'slaney', fMin: 0 },
];

test('banks of mel filters', async () => {
  const base: MelFilterOptions = { sampleRate: 16000, nFft: 512, nMels: 20 };
  await expectFresh(
    variations(base, [{ sampleRate: 22050 }, { nFft: 510 }, ...MEL]),
    async () => (await import('./util/mel-bank.ts')).melBank,
    (options) => sparseFilters(mel(options)),
  );
});

test("banks of Kaldi's mel filters", async () => {
  const base: KaldiMelBank = {
    sampleRate: 16000,
    nFft: 512,
    numMelBins: 20,
    lowFreq: 20,
    highFreq: 8000,
  };
  const changes: Partial<KaldiMelBank>[] = [
    { sampleRate: 16001 },
    { nFft: 510 },
    { numMelBins: 21 },
    { lowFreq: 21 },
    { highFreq: 7999 },
  ];
  // A fresh module for each key has a fresh cache.
  const keys = variations(base, changes);
  const load = async () => (await import('./kaldi/util/kaldi-mel-bank.ts')).kaldiMelBank;
  const alone = new Map<KaldiMelBank, SparseFilters>();
  for (const key of keys) {
    vi.resetModules();
    alone.set(key, (await load())(key));
  }
  expect(new Set([...alone.values()].map(({ weights }) => String(weights))).size).toBe(keys.length);
  await expectFresh(keys, load, (key) => alone.get(key));
});

test('banks of chroma filters', async () => {
  const base: ChromaFilterOptions = { sampleRate: 16000, nFft: 512 };
  const changes: Partial<ChromaFilterOptions>[] = [
    { sampleRate: 22050 },
    { nFft: 510 },
    { nChroma: 24 },
    { tuning: 0.01 },
    { tuning: 0.02 },
    { ctroct: 4 },
    { octwidth: 1 },
    { octwidth: null },
    { norm: 1 },
    { norm: null },
    { baseC: false },
  ];
  await expectFresh(
    variations(base, changes),
    async () => (await import('./util/chroma-bank.ts')).chromaBank,
    // Weights below 1e-10 of the greatest of their bin change no float32.
    (options) => sparseFilters(chroma(options), 1e-10),
  );
});

test('windows in the middle of a frame', async () => {
  const keys: [window: Window, winLength: number, nFft: number][] = [
    ['hann', 12, 16],
    ['hamming', 12, 16],
    ['tukey', 12, 16],
    [['tukey', 0.3], 12, 16],
    [['kaiser', 3], 12, 16],
    [['kaiser', 4], 12, 16],
    [Float32Array.from({ length: 12 }, (_, i) => i), 12, 16],
    [Float32Array.from({ length: 12 }, (_, i) => 2 * i), 12, 16],
    ['hann', 11, 16],
    ['hann', 12, 17],
    ['hann', 1, 217],
  ];
  await expectFresh(
    keys,
    async () => {
      const { centredWindow } = await import('./filters/get-window.ts');
      return (key) => [...centredWindow(...key)];
    },
    ([window, winLength, nFft]) => {
      const before = Math.floor((nFft - winLength) / 2);
      const zeros = (count: number): number[] => new Array<number>(count).fill(0);
      const after = nFft - winLength - before;
      return [...zeros(before), ...getWindow(window, winLength), ...zeros(after)];
    },
  );
});

/** scipy's definitions of the cosine transform, unscaled, of a unit impulse at n. */
const COSINES: Readonly<Record<DctType, (k: number, n: number, size: number) => number>> = {
  1: (k, n, size) =>
    n === 0 ? 1 : n === size - 1 ? (-1) ** k : 2 * Math.cos((Math.PI * k * n) / (size - 1)),
  2: (k, n, size) => 2 * Math.cos((Math.PI * k * (2 * n + 1)) / (2 * size)),
  3: (k, n, size) => (n === 0 ? 1 : 2 * Math.cos((Math.PI * (2 * k + 1) * n) / (2 * size))),
};

test('matrices of the cosine transform', async () => {
  const keys: [rows: number, size: number, type: DctType][] = [
    [3, 8, 2],
    [4, 8, 2],
    [3, 9, 2],
    [3, 8, 1],
    [3, 8, 3],
  ];
  for (const order of [keys, keys.toReversed()]) {
    vi.resetModules();
    const { dctMatrix } = await import('./util/dct-matrix.ts');
    for (const [rows, size, type] of order) {
      const plain = dctMatrix(rows, size, type, null);
      const expected = Array.from(plain, (_, i) =>
        COSINES[type](Math.floor(i / size), i % size, size),
      );
      // The last bits of a cosine.
      expect(plain).toBeAllclose(expected, { rtol: 0, atol: 1e-14 });
      // Scaled, every row has the length 1.
      const scaled = dctMatrix(rows, size, type, 'ortho');
      const squares = Array.from({ length: rows }, (_, k) =>
        scaled.subarray(k * size, (k + 1) * size).reduce((sum, x) => sum + x * x, 0),
      );
      expect(squares).toBeAllclose(new Array(rows).fill(1), { rtol: 0, atol: 1e-12 });
    }
  }
});

test('filters of resampling', async () => {
  const { sentence } = signals();
  const keys: [from: number, to: number][] = [
    [16000, 8000],
    [16000, 22050],
    [16000, 11025],
    [22050, 8000],
    [22050, 16000],
    [1600, 800],
  ];
  // A fresh module for each key has a fresh cache.
  const alone = new Map<string, Float32Array>();
  for (const [origSr, targetSr] of keys) {
    vi.resetModules();
    const { resample } = await import('./core/resample.ts');
    alone.set(`${origSr}/${targetSr}`, resample(sentence, { origSr, targetSr }));
  }
  await expectFresh(
    keys,
    async () => {
      const { resample } = await import('./core/resample.ts');
      return ([origSr, targetSr]) => resample(sentence, { origSr, targetSr });
    },
    ([origSr, targetSr]) => alone.get(`${origSr}/${targetSr}`),
  );
});

test('filters of constant-Q transforms', async () => {
  const { sentence } = signals();
  const sampleRate = 22050;
  const base: ConstantQOptions = { sampleRate, nBins: 24, fMin: 200, hopLength: 1024 };
  const keys = variations(base, [
    { sampleRate: 20000 },
    { hopLength: 512 },
    { fMin: 210 },
    { nBins: 25 },
    { binsPerOctave: 11 },
    { tuning: 0.1 },
    { filterScale: 0.9 },
    { norm: 2 },
    { norm: Number.POSITIVE_INFINITY },
    { norm: null },
    { sparsity: 0.1 },
    { window: 'hamming' },
    { window: ['kaiser', 3] },
    { window: ['kaiser', 4] },
    { scale: false },
  ]);
  // A fresh module for each key has a fresh cache.
  const alone = new Map<ConstantQOptions, unknown>();
  for (const key of keys) {
    vi.resetModules();
    const { cqt } = await import('./core/cqt.ts');
    const { pseudoCqt } = await import('./core/pseudo-cqt.ts');
    alone.set(key, [cqt(sentence, key), pseudoCqt(sentence, key)]);
  }
  await expectFresh(
    keys,
    async () => {
      const { cqt } = await import('./core/cqt.ts');
      const { pseudoCqt } = await import('./core/pseudo-cqt.ts');
      return (key) => [cqt(sentence, key), pseudoCqt(sentence, key)];
    },
    (key) => alone.get(key),
  );
  expect(new Set([...alone.values()].map((value) => JSON.stringify(value))).size).toBe(keys.length);
});

test('transforms', async () => {
  const keys = [16, 32, 33, 64, 100, 128];
  await expectFresh(
    keys,
    async () => {
      const { planFft } = await import('./kernels/fft/plan-fft.ts');
      return (size) => {
        const fft = planFft(size);
        fft.signal.fill(0);
        fft.signal[0] = 1;
        fft.forward();
        return [fft.size, fft.bins, fft.signal.length, fft.spectrum[0]];
      };
    },
    (size) => [size, Math.floor(size / 2) + 1, size, 1],
  );
});

describe('what the features of a clip share', () => {
  const { sentence } = signals();
  const load = async (): Promise<Analysis> => {
    const { Analysis } = await import('./extractor/util/analysis.ts');
    return new Analysis(sentence, { sampleRate: 22050, nFft: 512, hopLength: 256 });
  };

  test('powers', async () => {
    const { magnitudes } = (await load()).spectrogram();
    await expectFresh(
      [1, 2, 3, 0.5],
      async () => {
        const analysis = await load();
        return (power) => analysis.powers(power);
      },
      (power) => magnitudes.map((value) => value ** power),
    );
  });

  test('mel spectrograms', async () => {
    const base = { power: 2, nMels: 20 };
    const keys = variations<MelOptions & { power: number }>(base, [{ power: 1 }, ...MEL]);
    const alone = new Map(
      await Promise.all(
        keys.map(async (key) => [key, (await load()).mel(key.power, key)] as const),
      ),
    );
    await expectFresh(
      keys,
      async () => {
        const analysis = await load();
        return (key) => analysis.mel(key.power, key);
      },
      (key) => alone.get(key),
    );
  });
});

test('a spectrum has its own frames after one of another window', async () => {
  const { sentence } = signals();
  const { stft } = await import('./core/stft.ts');
  const windows: Window[] = ['hann', 'hamming', ['kaiser', 8], new Float64Array(512).fill(1)];
  const first = windows.map((window) => stft(sentence, { nFft: 512, window }).real);
  const again = windows.toReversed().map((window) => stft(sentence, { nFft: 512, window }).real);
  expect(again.toReversed()).toEqual(first);
  expect(new Set(first.map(String)).size).toBe(windows.length);
});
