import { FUNCTIONALS_VARIANTS } from '@ser/features';
import { describe, expect, it } from 'vitest';
import { FAMILIAR_VARIANTS, fitFamiliarity } from './fit-familiarity.ts';

const row = (...values: number[]): Float32Array => Float32Array.from(values);

describe('fitFamiliarity', () => {
  it('keeps mean and deviation of every fourth value from the third on', () => {
    const plain = [row(0, 0, 1, 0, 0, 0, -2), row(9, 9, 2, 9, 9, 9, -1)];
    const { features, stride, conditions } = fitFamiliarity(new Map([['original', plain]]));
    expect([features, stride]).toEqual([7, 4]);
    expect(conditions.map(({ name }) => name)).toEqual(['original']);
    expect([...conditions[0].means]).toEqual([1.5, -1.5]);
    expect([...conditions[0].deviations]).toEqual([0.5, 0.5]);
  });

  it('rounds means to 1/32 and deviations to 1/64', () => {
    const rows = [row(0, 0, 0.01), row(0, 0, 0.52)];
    const [{ means, deviations }] = fitFamiliarity(new Map([['original', rows]])).conditions;
    // 0.265 is 8.48 steps, and 0.255 is 16.32.
    expect([...means, ...deviations]).toEqual([8 / 32, 16 / 64]);
  });

  it('has no deviation below 1/8, and what bytes can hold', () => {
    const rows = (a: number, b: number) => [row(0, 0, a), row(0, 0, b)];
    const [same, far] = fitFamiliarity(
      new Map([
        ['original', rows(-4, -4)],
        ['telephone', rows(-8, 8)],
      ]),
    ).conditions;
    expect([...same.means, ...same.deviations]).toEqual([-127 / 32, 1 / 8]);
    expect([...far.means, ...far.deviations]).toEqual([0, 255 / 64]);
  });

  it('knows the variants of the published model', () => {
    const known = ['original', ...FUNCTIONALS_VARIANTS.map(({ name }) => name)];
    expect(FAMILIAR_VARIANTS).toEqual([
      'original',
      'white-noise',
      'white-noise-low',
      'red-noise-low',
      'telephone',
      'middle',
    ]);
    expect(FAMILIAR_VARIANTS.filter((name) => !known.includes(name))).toEqual([]);
  });

  it.each([
    [new Map(), '`examples` must hold a condition with examples, got none'],
    [new Map([['original', []]]), '`examples` must hold a condition with examples, got none'],
    [new Map([['original', [row(1, 2, 3)]]]), '`examples` of original must be two or more, got 1'],
    [
      new Map([['original', [row(1, 2, 3), row(1, 2)]]]),
      '`examples` of original must have 3 values each, got 2 at 1',
    ],
    [
      new Map([['original', [row(1, 2, 3), row(1, Number.NaN, 3)]]]),
      '`examples of original[1]` must be finite, got NaN at 1',
    ],
  ])('refuses %o', (examples, complaint) => {
    expect(() => fitFamiliarity(examples)).toThrow(
      expect.objectContaining({ code: 'bad-argument', message: `fitFamiliarity: ${complaint}` }),
    );
  });
});
