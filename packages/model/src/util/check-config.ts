import { ModelError, type ModelErrorCode } from '../model-error.ts';

/** Throws unless the option is a whole number of at least `least`. */
export function requireWhole(caller: string, name: string, value: number, least: number): void {
  if (!Number.isInteger(value) || value < least) {
    throw new ModelError(
      'argument',
      `${caller}: \`${name}\` must be a whole number ≥ ${least}, got ${value}`,
    );
  }
}

/** Throws unless `inputShape` is two whole numbers of at least 1. */
export function requireInputShape(caller: string, inputShape: readonly number[]): void {
  if (inputShape?.length !== 2) {
    throw new ModelError(
      'argument',
      `${caller}: \`inputShape\` must be two numbers, got ${JSON.stringify(inputShape)}`,
    );
  }
  requireWhole(caller, 'inputShape[0]', inputShape[0], 1);
  requireWhole(caller, 'inputShape[1]', inputShape[1], 1);
}

/** Throws unless the option is in [0, 1). */
export function requireRate(caller: string, name: string, value: number): void {
  if (!(value >= 0 && value < 1)) {
    throw new ModelError('argument', `${caller}: \`${name}\` must be in [0, 1), got ${value}`);
  }
}

/** Throws unless the option is a finite number of at least 0. */
export function requireAtLeast0(caller: string, name: string, value: number): void {
  if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) {
    throw new ModelError('argument', `${caller}: \`${name}\` must be ≥ 0 and finite, got ${value}`);
  }
}

/** Throws unless the option is a finite number above 0. */
export function requireAbove0(caller: string, name: string, value: number): void {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
    throw new ModelError('argument', `${caller}: \`${name}\` must be > 0 and finite, got ${value}`);
  }
}

/** Throws unless every element is a class index, a whole number in [0, classes). */
export function requireLabels(
  caller: string,
  name: string,
  y: ArrayLike<number>,
  classes: number,
  code: ModelErrorCode = 'argument',
): void {
  for (let i = 0; i < y.length; i++) {
    if (!(Number.isInteger(y[i]) && y[i] >= 0 && y[i] < classes)) {
      throw new ModelError(
        code,
        `${caller}: \`${name}[${i}]\` must be a whole number in [0, ${classes}), got ${y[i]}`,
      );
    }
  }
}
