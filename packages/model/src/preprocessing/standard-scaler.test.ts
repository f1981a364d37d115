import { describe, expect, it } from 'vitest';
import { StandardScaler } from './standard-scaler.ts';

describe('StandardScaler', () => {
  // sklearn.preprocessing.StandardScaler().fit([[0, 5], [0, 5], [1, 5], [1, 5]]): mean_ [0.5, 5],
  // scale_ [0.5, 1].
  const x = Float32Array.of(0, 5, 0, 5, 1, 5, 1, 5);

  it('learns the mean and the population deviation; a constant feature keeps scale 1', () => {
    const scaler = StandardScaler.fit(x, 2);
    expect([...scaler.mean]).toEqual([0.5, 5]);
    expect([...scaler.scale]).toEqual([0.5, 1]);
    expect([...scaler.transform(x)]).toEqual([-1, 0, -1, 0, 1, 0, 1, 0]);
  });

  it('treats a column that only rounding moves as constant', () => {
    for (const value of [0.1, -0.1]) {
      const scaler = StandardScaler.fit(new Float32Array(1000).fill(value), 1);
      expect(scaler.scale[0]).toBe(1);
    }
  });

  it('learns from the rows that it is given alone', () => {
    const scaler = StandardScaler.fit(x.subarray(0, 4), 2);
    expect([scaler.mean, scaler.scale]).toEqual([Float64Array.of(0, 5), Float64Array.of(1, 1)]);
    // What it scales later does not change it.
    scaler.transform(x);
    expect([scaler.mean, scaler.scale]).toEqual([Float64Array.of(0, 5), Float64Array.of(1, 1)]);
  });

  it('tells its features apart', () => {
    // StandardScaler().fit([[1, 10, -4], [3, 10, 0], [8, 40, 1]]) of scikit-learn.
    const scaler = StandardScaler.fit(Float32Array.of(1, 10, -4, 3, 10, 0, 8, 40, 1), 3);
    // Doubles.
    expect(scaler.mean).toBeAllclose([4, 20, -1], { rtol: 1e-15 });
    const scale = [2.943920288775949, 14.142135623730951, 2.160246899469287];
    expect(scaler.scale).toBeAllclose(scale, { rtol: 1e-15 });
    expect(scaler.transform(Float32Array.of(4, 20, -1, 9, 0, 0))).toBeAllclose(
      [0, 0, 0, 5 / scale[0], -20 / scale[1], 1 / scale[2]],
      // Float32.
      { rtol: 1e-6 },
    );
  });

  it('scales in doubles, where values are large and close', () => {
    const values = Float32Array.of(1e6, 1e6 + 0.0625, 1e6 + 0.125, 1e6 + 0.1875);
    const scaled = StandardScaler.fit(values, 1).transform(values);
    const unit = 0.4472135954999579;
    // A difference of 1/16 is exact; the result is in float32.
    expect(scaled).toBeAllclose([-3 * unit, -unit, unit, 3 * unit], { rtol: 1e-6 });
  });

  it('cuts standardised values to the clip, on both sides', () => {
    const scaler = new StandardScaler([1, 0], [2, 1], { clip: 1.5 });
    expect([...scaler.transform(Float32Array.of(5, -1.5, -3, 2, 4, -1.25))]).toEqual([
      1.5, -1.5, -1.5, 1.5, 1.5, -1.25,
    ]);
  });

  it('cuts nothing by default', () => {
    expect(new StandardScaler([0], [1]).clip).toBeUndefined();
    expect([...new StandardScaler([0], [1]).transform(Float32Array.of(1e30, -1e30))]).toEqual([
      Math.fround(1e30),
      Math.fround(-1e30),
    ]);
  });

  it('learns mean and scale from values that it would cut', () => {
    const scaler = StandardScaler.fit(Float32Array.of(0, 0, 0, 8), 1, { clip: 1 });
    expect(scaler.mean).toEqual(Float64Array.of(2));
    expect([...scaler.transform(Float32Array.of(8))]).toEqual([1]);
  });

  it('keeps the clip in its JSON, and none where there is none', () => {
    const json = JSON.parse(JSON.stringify(new StandardScaler([0], [1], { clip: 4 })));
    expect(json).toEqual({ mean: [0], scale: [1], clip: 4 });
    expect(StandardScaler.fromJSON(json).clip).toBe(4);
    expect(new StandardScaler([0], [1]).toJSON()).toEqual({ mean: [0], scale: [1] });
    expect(StandardScaler.fromJSON({ mean: [0], scale: [1], clip: null } as never).clip).toBe(
      undefined,
    );
  });

  it('reads no clip that is text', () => {
    expect(() => StandardScaler.fromJSON({ mean: [0], scale: [1], clip: '4' } as never)).toThrow(
      'two lists of numbers, and a clip that is a number',
    );
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses a clip of %d', (clip) => {
    expect(() => new StandardScaler([0], [1], { clip })).toThrow(
      `StandardScaler: \`clip\` must be > 0 and finite, got ${clip}`,
    );
  });

  it('overwrites what it is given where no copy is wanted', () => {
    const given = x.slice();
    const scaler = StandardScaler.fit(x, 2);
    expect(scaler.transform(given, { copy: false })).toBe(given);
    expect(given).toEqual(scaler.transform(x));
  });

  it.each<[string, () => unknown]>([
    ['fit', () => StandardScaler.fit(x, 2, { Clip: 4 } as never)],
    ['transform', () => StandardScaler.fit(x, 2).transform(x, { inPlace: true } as never)],
  ])('%s refuses an option that it does not know', (name, call) => {
    expect(call).toThrow(`StandardScaler.${name}: \`options\` must hold none but`);
  });

  it('gives a copy', () => {
    const given = x.slice();
    const scaled = StandardScaler.fit(given, 2).transform(given);
    expect(given).toEqual(x);
    expect(scaled.buffer).not.toBe(given.buffer);
  });

  it('keeps its numbers when those that it was made of change', () => {
    const mean = [1];
    const scaler = new StandardScaler(mean, [2]);
    mean[0] = 5;
    expect(scaler.toJSON()).toEqual({ mean: [1], scale: [2] });
  });

  it('takes a column for constant up to ten roundings of its mean', () => {
    const deviation = (steps: number) => {
      const half = (steps * Number.EPSILON) / 2;
      return StandardScaler.fit(Float64Array.of(1 - half, 1 + half) as never, 1).scale[0];
    };
    expect(deviation(18)).toBe(1);
    expect(deviation(22)).toBeLessThan(1e-14);
  });

  it('does not take a column of small numbers for constant', () => {
    expect(StandardScaler.fit(Float32Array.of(-1e-30, 1e-30), 1).scale[0]).toBeAllclose(1e-30, {
      // The numbers are float32.
      rtol: 1e-6,
    });
  });

  it('keeps a column of zeros at zero', () => {
    const zeros = new Float32Array(3);
    expect(StandardScaler.fit(zeros, 1).transform(zeros)).toEqual(zeros);
  });

  it.each([
    [[1], [1, 2], 'the same length above 0, got 1 and 2'],
    [[], [], 'the same length above 0, got 0 and 0'],
    [[0, 0], [1, 0], 'feature 1 must have a finite mean and a scale > 0, got 0 and 0'],
    [[0, 0], [1, -1], 'feature 1 must have'],
    [[0], [Number.POSITIVE_INFINITY], 'feature 0 must have'],
    [[Number.NaN], [1], 'feature 0 must have'],
    [[Number.POSITIVE_INFINITY], [1], 'feature 0 must have'],
  ])('is not made of %j and %j', (mean, scale, text) => {
    expect(() => new StandardScaler(mean, scale)).toThrow(text);
  });

  it.each([null, {}, { mean: [1] }, { mean: ['1'], scale: [1] }, { mean: [1], scale: 'x' }])(
    'reads no %j',
    (json) => {
      expect(() => StandardScaler.fromJSON(json as never)).toThrow(
        'StandardScaler.fromJSON: `json` must hold a mean and a scale, two lists of numbers',
      );
    },
  );

  it('survives JSON', () => {
    const scaler = StandardScaler.fit(x, 2);
    const copy = StandardScaler.fromJSON(JSON.parse(JSON.stringify(scaler)));
    expect(copy.transform(x)).toEqual(scaler.transform(x));
  });

  it.each([
    [x, 3, 'whole rows of 3 features'],
    [new Float32Array(), 2, 'got 0 values'],
    [Float32Array.of(1, Number.NaN), 2, 'feature 1 must have'],
  ])('refuses to learn from %j in rows of %i', (values, features, text) => {
    expect(() => StandardScaler.fit(values, features)).toThrow(text);
  });

  it('refuses to scale half a row', () => {
    expect(() => StandardScaler.fit(x, 2).transform(new Float32Array(3))).toThrow(
      'StandardScaler.transform: `x` must hold whole rows of 2 features and at least one, got 3 values',
    );
  });
});
