import { expect, test } from 'vitest';
import { wrongOptions } from './wrong-options.ts';

const OPTIONS = { seed: true } as const;

test('no options and known options are fine', () => {
  expect(wrongOptions({}, OPTIONS)).toBeUndefined();
  expect(wrongOptions({ seed: 1 }, OPTIONS)).toBeUndefined();
});

test('an unknown option is named', () => {
  expect(wrongOptions({ sed: 1 }, OPTIONS)).toMatch('got sed (did you mean `seed`?)');
});

test.each([
  [null, 'null'],
  [undefined, 'undefined'],
  [3, 'number'],
  [[], 'an array'],
  [Float32Array.of(1), 'an array'],
])('%j is no object', (options, kind) => {
  expect(wrongOptions(options, OPTIONS)).toBe(`\`options\` must be an object, got ${kind}`);
});
