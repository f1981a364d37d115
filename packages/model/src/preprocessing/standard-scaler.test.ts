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
    const scaler = StandardScaler.fit(new Float32Array(1000).fill(0.1), 1);
    expect(scaler.scale[0]).toBe(1);
  });

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
    expect(() => StandardScaler.fit(x, 2).transform(new Float32Array(3))).toThrow('got 3 values');
  });
});
