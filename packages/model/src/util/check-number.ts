import { ModelError } from '../model-error.ts';

/** Throws a ModelError `bad-argument` unless the value is a whole number of at least `least`. */
export function checkWhole(caller: string, name: string, value: number, least: number): void {
  if (!Number.isInteger(value) || value < least) {
    throw new ModelError(
      'bad-argument',
      `${caller}: \`${name}\` must be a whole number ≥ ${least}, got ${value}`,
    );
  }
}

/** Throws a ModelError `bad-argument` unless the value is in [0, 1). */
export function checkRate(caller: string, name: string, value: number): void {
  if (!(value >= 0 && value < 1)) {
    throw new ModelError('bad-argument', `${caller}: \`${name}\` must be in [0, 1), got ${value}`);
  }
}

/** Throws a ModelError `bad-argument` unless the value is finite and at least 0. */
export function checkAtLeast0(caller: string, name: string, value: number): void {
  if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) {
    throw new ModelError(
      'bad-argument',
      `${caller}: \`${name}\` must be ≥ 0 and finite, got ${value}`,
    );
  }
}

/** Throws a ModelError `bad-argument` unless the value is finite and above 0. */
export function checkAbove0(caller: string, name: string, value: number): void {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
    throw new ModelError(
      'bad-argument',
      `${caller}: \`${name}\` must be > 0 and finite, got ${value}`,
    );
  }
}
