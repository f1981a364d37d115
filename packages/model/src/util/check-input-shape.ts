import { ModelError } from '../model-error.ts';
import { checkInteger } from './check-numbers.ts';

/** Throws a ModelError `bad-argument` unless `shape` is two whole numbers of at least 1. */
export function checkInputShape(caller: string, name: string, shape: readonly number[]): void {
  if (shape?.length !== 2) {
    throw new ModelError(
      'bad-argument',
      `${caller}: \`${name}\` must be two numbers, got ${JSON.stringify(shape)}`,
    );
  }
  checkInteger(caller, `${name}[0]`, shape[0], 1);
  checkInteger(caller, `${name}[1]`, shape[1], 1);
}
