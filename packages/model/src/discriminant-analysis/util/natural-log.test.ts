import { expect, it } from 'vitest';
import { naturalLog } from './natural-log.ts';

it.each([1e-300, 1e-5, 0.1, 0.125, 0.5, 0.7, 0.99, 1, 1.4, 1.5, 2, 10, 1e300])(
  'is the natural logarithm of %d',
  (value) => {
    // A few units in the last place.
    expect(naturalLog(value)).toBeAllclose(Math.log(value), { rtol: 1e-15, atol: 1e-16 });
  },
);
