import { expect, test } from 'vitest';
import { type OptionNames, unknownOption } from './unknown-option.ts';

const OPTIONS: OptionNames<{ frameLength: number; hopLength?: number }> = {
  frameLength: true,
  hopLength: true,
};

test('known options are fine', () => {
  expect(unknownOption({ hopLength: 1 }, OPTIONS)).toBeUndefined();
});

test('an unknown option is named with the one that was meant', () => {
  expect(unknownOption({ frameLength: 2, hop_length: 1 }, OPTIONS)).toBe(
    '`options` must hold none but frameLength, hopLength, got hop_length ' +
      '(did you mean `hopLength`?)',
  );
});

test('the first of several is named, and an option of undefined is one', () => {
  expect(unknownOption({ hopLength: 1, a: 1, b: 2 }, OPTIONS)).toMatch(/, got a$/);
  expect(unknownOption({ zzz: undefined }, OPTIONS)).toMatch(/, got zzz$/);
  expect(unknownOption({}, OPTIONS)).toBeUndefined();
});

test.each(['constructor', '__proto__', 'x'])('%s is unknown, and close to nothing', (name) => {
  expect(unknownOption(JSON.parse(`{"${name}": 1}`), OPTIONS)).toBe(
    `\`options\` must hold none but frameLength, hopLength, got ${name}`,
  );
});
