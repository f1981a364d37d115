import { expect, test } from 'vitest';
import { power } from './power.ts';

test('is Math.pow but for its last bits', () => {
  for (const base of [1e-30, 3.7e-9, 0.5, 1, 1.9, 77, 1e12]) {
    for (const exponent of [0.33, -2, 1]) {
      expect(power(base, exponent)).toBeAllclose(base ** exponent, { rtol: 1e-13, atol: 0 });
    }
  }
});
