import { InvalidArgumentError } from 'commander';

/** The seeds that every part of the toolkit takes. */
const LARGEST_SEED = 2 ** 31 - 1;

/** Parser of a whole number of at least `least` and at most `most`. */
export function whole(least: number, most: number = LARGEST_SEED): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) {
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    }
    return value;
  };
}

/** Parser of `all`, or of what `parse` reads. */
export function allOr(parse: (text: string) => number): (text: string) => 'all' | number {
  return (text) => {
    if (text === 'all') return text;
    try {
      return parse(text);
    } catch (cause) {
      if (!(cause instanceof InvalidArgumentError)) throw cause;
      throw new InvalidArgumentError(cause.message.replace('must be', 'must be `all`, or'));
    }
  };
}

/** A number as people write it: neither `0x10` nor `0.001x`. NaN for other text. */
export function decimal(text: string): number {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
}

/** Parser of a finite number ≥ 0. */
export function seconds(text: string): number {
  const value = decimal(text);
  if (!(value >= 0) || !Number.isFinite(value)) {
    throw new InvalidArgumentError('It must be a number of seconds ≥ 0.');
  }
  return value;
}

/** Parser of a finite number above 0. */
export function positiveSeconds(text: string): number {
  if (seconds(text) === 0) throw new InvalidArgumentError('It must be a number of seconds > 0.');
  return seconds(text);
}

/** Parser of an address on the web. */
export function address(text: string): string {
  if (!URL.canParse(text) || !/^https?:/i.test(text)) {
    throw new InvalidArgumentError('It must begin with http:// or https://.');
  }
  return text;
}

/** Parser of a share of 1. */
export function fraction(text: string): number {
  const value = decimal(text);
  if (!(value > 0 && value < 1))
    throw new InvalidArgumentError('It must be a number between 0 and 1.');
  return value;
}
