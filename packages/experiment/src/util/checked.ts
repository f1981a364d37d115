import * as v from 'valibot';

/** A value that fulfils `isValid`. In messages it "must be `expected`". */
export function checked<T>(
  expected: string,
  isValid: (value: unknown) => value is T,
): v.GenericSchema<unknown, T> {
  return v.custom<T>(isValid, expected);
}
