import { ModelError, type ModelErrorCode } from '../model-error.ts';
import { checkList } from './check-list.ts';

/** Throws a ModelError unless every element is a class index, a whole number in [0, classes). */
export function checkLabels(
  caller: string,
  name: string,
  y: ArrayLike<number>,
  classes: number,
  code: ModelErrorCode = 'bad-argument',
): void {
  checkList(caller, name, y, code);
  for (let i = 0; i < y.length; i++) {
    if (!(Number.isInteger(y[i]) && y[i] >= 0 && y[i] < classes)) {
      throw new ModelError(
        code,
        `${caller}: \`${name}[${i}]\` must be a whole number in [0, ${classes}), got ${y[i]}`,
      );
    }
  }
}
