import * as v from 'valibot';

/** A value that fulfils `isValid`. In messages it "must be `expected`". */
export function checked<T>(
  expected: string,
  isValid: (value: unknown) => value is T,
): v.GenericSchema<unknown, T> {
  return v.custom<T>(isValid, expected);
}

/** A finite number that fulfils `isValid`, which `expected` says, and is `most` or less. */
export function checkedNumber(
  expected: string,
  isValid: (value: number) => boolean,
  most: number = Number.POSITIVE_INFINITY,
): v.GenericSchema<unknown, number> {
  return v.custom<number>(
    (value) => Number.isFinite(value) && isValid(Number(value)) && Number(value) <= most,
    ({ input }) => (Number.isFinite(input) && Number(input) > most ? `at most ${most}` : expected),
  );
}

/** A whole number from `least` to `most`. */
export function wholeNumber(least: number, most?: number): v.GenericSchema<unknown, number> {
  const isValid = (value: number): boolean => Number.isInteger(value) && value >= least;
  return checkedNumber(`a whole number ≥ ${least}`, isValid, most);
}
