import { ModelError } from '../model-error.ts';
import type { Callback } from '../training/callback.ts';
import type { FitOptions } from '../training/fit-options.ts';
import { checkList } from './check-list.ts';
import {
  checkFractionOrZero,
  checkInteger,
  checkNonNegative,
  checkPositive,
} from './check-numbers.ts';

/** The options that are checked, with their defaults. */
type CheckedOptions = Required<
  Pick<
    FitOptions,
    | 'batchSize'
    | 'callbacks'
    | 'epochs'
    | 'labelSmoothing'
    | 'learningRate'
    | 'mixup'
    | 'seed'
    | 'weightDecay'
  >
> &
  Pick<FitOptions, 'classWeight' | 'globalClipnorm'>;

/**
 * Throws a ModelError `bad-argument` unless every option is in its range.
 *
 * @param classes How many classes the model has.
 */
export function checkFitOptions(
  caller: string,
  {
    epochs,
    batchSize,
    learningRate,
    weightDecay,
    globalClipnorm,
    labelSmoothing,
    mixup,
    seed,
    classWeight,
    callbacks,
  }: CheckedOptions,
  classes: number,
): void {
  checkInteger(caller, 'epochs', epochs, 1);
  checkInteger(caller, 'batchSize', batchSize, 1);
  checkInteger(caller, 'seed', seed, 0);
  if (typeof learningRate === 'number') checkPositive(caller, 'learningRate', learningRate);
  if (globalClipnorm !== undefined) checkPositive(caller, 'globalClipnorm', globalClipnorm);
  checkNonNegative(caller, 'weightDecay', weightDecay);
  checkNonNegative(caller, 'mixup', mixup);
  checkFractionOrZero(caller, 'labelSmoothing', labelSmoothing);
  if (classWeight && classWeight.length !== classes) {
    throw new ModelError(
      'bad-argument',
      `${caller}: \`classWeight\` must hold ${classes} weights, got ${classWeight.length}`,
    );
  }
  Array.from(classWeight ?? []).forEach((weight, i) => {
    checkNonNegative(caller, `classWeight[${i}]`, weight);
  });
  checkCallbacks(caller, 'callbacks', callbacks);
}

function checkCallbacks(caller: string, name: string, callbacks: readonly Callback[]): void {
  checkList(caller, name, callbacks);
  const names = callbacks.map((callback) => callback.name);
  const twice = names.find((each, i) => names.indexOf(each) !== i);
  if (twice !== undefined) {
    throw new ModelError(
      'bad-argument',
      `${caller}: \`${name}\` must have different names, got '${twice}' twice`,
    );
  }
  const replacing = callbacks.filter(({ replacesWeights }) => replacesWeights);
  if (replacing.length > 1) {
    throw new ModelError(
      'bad-argument',
      `${caller}: \`${name}\` must hold at most one that replaces the weights at the end, ` +
        `got ${replacing.map((callback) => callback.name).join(' and ')}`,
    );
  }
}
