import type { AdamState } from '../training/adam.ts';
import type { EpochLogs } from '../training/epoch-logs.ts';
import type { TrainingState } from '../training/training-state.ts';

/**
 * Whether a value is a training state in itself. Whether it is that of a certain run, and what the
 * callbacks have kept, is for `fit` to check.
 */
export function isTrainingState(value: unknown): value is TrainingState {
  return (
    isObject(value) &&
    value.version === 1 &&
    areCounts(value.seed, value.fingerprint, value.epoch) &&
    typeof value.stopTraining === 'boolean' &&
    isArrayOf(value.history, isEpochLogs) &&
    value.history.length === value.epoch &&
    value.history.every(({ epoch }, i) => epoch === i) &&
    isArrayOf(value.weights, isFloat32Array) &&
    isAdamState(value.optimizer) &&
    isObject(value.callbacks) &&
    Object.values(value.callbacks).every(isObject)
  );
}

function isEpochLogs(value: unknown): value is EpochLogs {
  if (!isObject(value)) return false;
  const { epoch, loss, accuracy, learningRate, valLoss = 0, valAccuracy = 0 } = value;
  return areNumbers(epoch, loss, accuracy, learningRate, valLoss, valAccuracy);
}

function isAdamState(value: unknown): value is AdamState {
  return (
    isObject(value) &&
    areCounts(value.iterations) &&
    Number.isFinite(value.learningRate) &&
    (value.learningRate as number) >= 0 &&
    isArrayOf(value.moments, (pair): pair is AdamState['moments'][number] => {
      return isArrayOf(pair, isFloat32Array) && pair.length === 2;
    })
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFloat32Array(value: unknown): value is Float32Array {
  return value instanceof Float32Array;
}

function isArrayOf<T>(value: unknown, isOne: (each: unknown) => each is T): value is T[] {
  return Array.isArray(value) && value.every(isOne);
}

function areNumbers(...values: unknown[]): boolean {
  return values.every((value) => typeof value === 'number');
}

function areCounts(...values: unknown[]): boolean {
  return values.every((value) => Number.isSafeInteger(value) && (value as number) >= 0);
}
