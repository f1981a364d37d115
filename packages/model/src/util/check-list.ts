import { ModelError, type ModelErrorCode } from '../model-error.ts';

/**
 * Throws a ModelError unless the value has a length, as arrays and typed arrays have. Text is none.
 */
export function checkList(
  caller: string,
  name: string,
  value: ArrayLike<unknown>,
  code: ModelErrorCode = 'bad-argument',
): void {
  if (typeof value === 'object' && value !== null && Number.isInteger(value.length)) return;
  const got = value === null ? 'null' : typeof value;
  throw new ModelError(code, `${caller}: \`${name}\` must be a list, got ${got}`);
}
