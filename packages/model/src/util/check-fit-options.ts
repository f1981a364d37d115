import { ModelError } from '../model-error.ts';
import type { Callback } from '../training/callback.ts';
import type { FitOptions } from '../training/fit-options.ts';
import { checkAbove0, checkAtLeast0, checkRate, checkWhole } from './check-number.ts';

/** The options that may have values that they cannot have, defaults filled in. */
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
 * Throws a ModelError `bad-argument` unless every option has a value that it can have.
 *
 * @param classes of the model
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
  checkWhole(caller, 'epochs', epochs, 1);
  checkWhole(caller, 'batchSize', batchSize, 1);
  checkWhole(caller, 'seed', seed, 0);
  if (typeof learningRate === 'number') checkAbove0(caller, 'learningRate', learningRate);
  if (globalClipnorm !== undefined) checkAbove0(caller, 'globalClipnorm', globalClipnorm);
  checkAtLeast0(caller, 'weightDecay', weightDecay);
  checkAtLeast0(caller, 'mixup', mixup);
  checkRate(caller, 'labelSmoothing', labelSmoothing);
  if (classWeight && classWeight.length !== classes) {
    throw new ModelError(
      'bad-argument',
      `${caller}: \`classWeight\` must hold ${classes} weights, got ${classWeight.length}`,
    );
  }
  Array.from(classWeight ?? []).forEach((weight, i) => {
    checkAtLeast0(caller, `classWeight[${i}]`, weight);
  });
  checkCallbacks(caller, callbacks);
}

function checkCallbacks(caller: string, callbacks: readonly Callback[]): void {
  const names = callbacks.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) {
    throw new ModelError(
      'bad-argument',
      `${caller}: \`callbacks\` must have different names, got '${twice}' twice`,
    );
  }
  const replacing = callbacks.filter(({ replacesWeights }) => replacesWeights);
  if (replacing.length > 1) {
    throw new ModelError(
      'bad-argument',
      `${caller}: \`callbacks\` must hold at most one that replaces the weights at the end, got ${replacing.map(({ name }) => name).join(' and ')}`,
    );
  }
}
