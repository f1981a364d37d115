import { expect, test } from 'vitest';
import type { Matrix } from '../util/matrix.ts';
import { hpss } from './hpss.ts';

const matrix = (rows: readonly (readonly number[])[]): Matrix => ({
  data: Float32Array.from(rows.flat()),
  shape: [rows.length, rows[0].length],
});

/** A tone in the middle row, a click in the middle column, and nothing else. */
const cross = matrix([
  [0, 0, 1, 0, 0],
  [0, 0, 1, 0, 0],
  [1, 1, 1, 1, 1],
  [0, 0, 1, 0, 0],
  [0, 0, 1, 0, 0],
]);

test('a tone is harmonic, a click percussive, and where they meet they share', () => {
  const { harmonic, percussive } = hpss(cross, { kernelSize: 3 });
  expect([...harmonic.data]).toEqual(
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0.5, 1, 1].concat(new Array(10).fill(0)),
  );
  expect([...percussive.data]).toEqual([...transposed(harmonic.data)]);
});

const transposed = (values: Float32Array): Float32Array =>
  values.map((_, i) => values[5 * (i % 5) + Math.floor(i / 5)]);

test('where there is nothing both masks are a half, and with a margin none', () => {
  const silence = matrix([[0, 0]]);
  expect([...hpss(silence, { mask: true }).harmonic.data]).toEqual([0.5, 0.5]);
  for (const margin of [[1.5, 1] as const, [1, 1.5] as const]) {
    const { harmonic, percussive } = hpss(silence, { mask: true, margin });
    expect([...harmonic.data, ...percussive.data]).toEqual([0, 0, 0, 0]);
  }
});

test('magnitudes of float64 are separated as those of float32', () => {
  const { data, shape } = cross;
  const double = { data: Float64Array.from(data), shape } as unknown as Matrix;
  expect(hpss(double, { kernelSize: 3 })).toEqual(hpss(cross, { kernelSize: 3 }));
  expect(hpss(double, { kernelSize: 3, mask: true })).toEqual(
    hpss(cross, { kernelSize: 3, mask: true }),
  );
});

test('the first of a pair is of the harmonic part', () => {
  // A tone of three frames passes a median of 5 frames, and one of 2 bins no median of 5 bins.
  const tone = matrix([
    [0, 1, 1, 1, 0],
    [0, 1, 1, 1, 0],
    [0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0],
  ]);
  expect([...hpss(tone, { kernelSize: [5, 1] }).harmonic.data].slice(0, 5)).toEqual([
    0, 0.5, 0.5, 0.5, 0,
  ]);
  expect([...hpss(tone, { kernelSize: [1, 5] }).percussive.data].slice(0, 5)).toEqual([
    0, 0.5, 0.5, 0.5, 0,
  ]);
  expect([...hpss(cross, { kernelSize: 3, margin: [3, 1], mask: true }).harmonic.data][12]).toBe(
    Math.fround(0.1),
  );
  expect([...hpss(cross, { kernelSize: 3, margin: [3, 1], mask: true }).percussive.data][12]).toBe(
    0.5,
  );
});

test('the defaults are those of librosa', () => {
  const values = matrix(
    Array.from({ length: 40 }, (_, r) =>
      Array.from({ length: 40 }, (_, c) => (r * 7 + c * 13) % 29),
    ),
  );
  const defaults = { kernelSize: 31, power: 2, mask: false, margin: 1 };
  expect(hpss(values)).toEqual(hpss(values, defaults));
});

test('a spectrum of complex numbers keeps its phases', () => {
  const real = Float32Array.of(3, 0, -3, 0);
  const imag = Float32Array.of(4, 1, -4, 0);
  const { harmonic, percussive } = hpss({ real, imag, shape: [2, 2] }, { kernelSize: 1 });
  expect([...harmonic.real]).toEqual([1.5, 0, -1.5, 0]);
  expect([...percussive.imag]).toEqual([2, 0.5, -2, 0]);
});

test('the spectrum stays as it is', () => {
  const before = cross.data.slice();
  hpss(cross, { kernelSize: 3 });
  expect(cross.data).toEqual(before);
});

const typed = (text: string): unknown =>
  expect.objectContaining({ name: 'FeatureError', message: expect.stringContaining(text) });

test('magnitudes are finite and not negative', () => {
  expect(() => hpss(matrix([[1, -1]]))).toThrow(typed('decompose.hpss: `spectrum` must be ≥ 0'));
  const text = 'decompose.hpss: `spectrum` must be finite, got NaN';
  expect(() => hpss(matrix([[1, Number.NaN]]))).toThrow(typed(text));
  const real = Float32Array.of(Number.NaN);
  expect(() => hpss({ real, imag: new Float32Array(1), shape: [1, 1] })).toThrow(typed(text));
});
