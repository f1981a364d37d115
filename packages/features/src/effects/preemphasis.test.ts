import { describe, expect, test } from 'vitest';
import { titleOf } from '../testing/case.ts';
import { casesOf, keptOf, librosas } from '../testing/pyin-case.ts';
import { signals } from '../testing/signals.ts';
import { deemphasis } from './deemphasis.ts';
import { preemphasis } from './preemphasis.ts';

const known = signals();
const { sentence } = known;

describe.each([
  ['preemphasis', preemphasis],
  ['deemphasis', deemphasis],
] as const)('librosa: %s', (name, call) => {
  for (const expected of casesOf(name)) {
    test(titleOf(expected), () => {
      const { samples, zf } = call(known[expected.signal], { ...expected.options, returnZf: true });
      // Float32, of float64.
      const tolerance = { rtol: 1e-7, atol: 1e-7 * expected.parts[0].max };
      expect(keptOf(samples, expected, 0)).toBeAllclose(librosas(expected, 0), tolerance);
      expect([zf]).toBeAllclose(librosas(expected, 1), tolerance);
    });
  }

  test('0.97 is the default, and samples alone are returned', () => {
    expect(call(sentence)).toEqual(call(sentence, { coef: 0.97, returnZf: false }));
  });

  test('pieces are the whole', () => {
    const whole = call(sentence, { zi: 0.1 });
    const first = call(sentence.subarray(0, 1000), { zi: 0.1, returnZf: true });
    const rest = call(sentence.subarray(1000), { zi: first.zf });
    expect([...first.samples, ...rest]).toEqual([...whole]);
  });

  test('a single sample needs the state before it', () => {
    const one = Float32Array.of(0.5);
    expect(() => call(one)).toThrow(`${name}: \`zi\` must be given for a single sample`);
    expect(call(one, { zi: 0.25 })).toEqual(Float32Array.of(0.75));
  });

  test.each([
    ['`coef` must be in [0, 1], got 1.1', { coef: 1.1 }],
    ['`coef` must be in [0, 1], got -1', { coef: -1 }],
    ['`zi` must be finite', { zi: Number.NaN }],
    ['`returnZf` must be true or false', { returnZf: 1 }],
  ])('%s', (text, options) => {
    expect(() => call(sentence, options as never)).toThrow(`${name}: ${text}`);
  });
});

test('de-emphasis undoes pre-emphasis', () => {
  expect(deemphasis(preemphasis(sentence))).toBeAllclose(sentence, { rtol: 0, atol: 1e-6 });
});
