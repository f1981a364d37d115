import { expect, it } from 'vitest';
import { integerPower } from './integer-power.ts';

it('is a power', () => {
  const exponents = [0, 1, 2, 3, 10, 999];
  expect(exponents.map((each) => integerPower(0.999, each))).toBeAllclose(
    exponents.map((each) => 0.999 ** each),
    // Doubles, some twenty multiplications.
    { rtol: 1e-13 },
  );
});

it('is exact where the numbers are whole', () => {
  expect(integerPower(3, 13)).toBe(1_594_323);
});
