import { expect } from 'vitest';
import { type Case, titleOf, toleranceOf } from './case.ts';

/**
 * Fails unless our answer to a case is librosa's. Values that the generator left out are not
 * compared.
 */
export function expectParity(expected: Case, answer: readonly number[][]): void {
  expected.parts.forEach((part, i) => {
    const known = part.values.flatMap((value, k) => (value === null ? [] : [k]));
    expect(
      known.map((k) => answer[i][k]),
      titleOf(expected),
    ).toBeAllclose(
      known.map((k) => Number(part.values[k])),
      toleranceOf(expected, part),
    );
  });
}
