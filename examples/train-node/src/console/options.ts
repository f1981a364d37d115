import { InvalidArgumentError } from 'commander';

/** Parser of a whole number ≥ `least`. */
export function whole(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least) {
      throw new InvalidArgumentError(`It must be a whole number ≥ ${least}.`);
    }
    return value;
  };
}

/** Parser of a finite number above, or not below, 0. */
export function seconds(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0) || !Number.isFinite(value)) {
    throw new InvalidArgumentError('It must be a number of seconds ≥ 0.');
  }
  return value;
}

/** Parser of a share of 1. */
export function fraction(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value < 1))
    throw new InvalidArgumentError('It must be a number between 0 and 1.');
  return value;
}
