import { ModelError } from '../model-error.ts';

/** Throws a ModelError `bad-argument` unless the value is a whole number of at min `min`. */
export function checkInteger(caller: string, name: string, value: number, min: number): void {
  if (!Number.isInteger(value) || value < min) {
    throw new ModelError(
      'bad-argument',
      `${caller}: \`${name}\` must be a whole number ≥ ${min}, got ${value}`,
    );
  }
}

/** Throws a ModelError `bad-argument` unless the value is in [0, 1). */
export function checkFractionOrZero(caller: string, name: string, value: number): void {
  if (!(value >= 0 && value < 1)) {
    throw new ModelError('bad-argument', `${caller}: \`${name}\` must be in [0, 1), got ${value}`);
  }
}

/** Throws a ModelError `bad-argument` unless the value is finite and at min 0. */
export function checkNonNegative(caller: string, name: string, value: number): void {
  if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) {
    throw new ModelError(
      'bad-argument',
      `${caller}: \`${name}\` must be ≥ 0 and finite, got ${value}`,
    );
  }
}

/** Throws a ModelError `bad-argument` unless the value is finite and above 0. */
export function checkPositive(caller: string, name: string, value: number): void {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
    throw new ModelError(
      'bad-argument',
      `${caller}: \`${name}\` must be > 0 and finite, got ${value}`,
    );
  }
}
