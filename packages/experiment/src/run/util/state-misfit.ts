import { type Callback, historyCsv, type TrainingState } from '@ser/model';
import type { LayersModel } from '@tensorflow/tfjs-layers';

/** What a state is to be put into. */
export interface StateTarget {
  model: LayersModel;
  callbacks: readonly Callback[];
  /** The most that the run trains. */
  epochs: number;
}

/**
 * What of a state does not fit a run that has not begun; undefined where all fits. Data, options
 * and seed are compared by `fit` itself; `deserializeState` has seen to what no state can hold.
 */
export function stateMisfit(
  { epoch, history, weights, optimizer, callbacks: states }: TrainingState,
  { model, callbacks, epochs }: StateTarget,
): string | undefined {
  if (epoch > epochs) return `it has trained ${epoch} epochs of ${epochs}`;
  const odd = history.findIndex((logs) => !areFinite(Object.values(logs)));
  if (odd !== -1) return `the figures of its epoch ${odd} are none`;
  const { csvLogger } = states;
  // It becomes `history.csv`.
  if (csvLogger && csvLogger.text !== historyCsv(history)) return 'its history.csv is of others';
  const sizes = model.getWeights().map(({ size }) => size);
  if (!haveSizes(weights, sizes)) return 'its weights are not those of the model';
  const trained = model.trainableWeights.map(({ shape }) =>
    shape.reduce<number>((product, length) => product * (length ?? 1), 1),
  );
  const isWhole = [0, 1].every((i) =>
    haveSizes(
      optimizer.moments.map((pair) => pair[i]),
      trained,
    ),
  );
  if (!isWhole) return 'the state of its optimiser is not that of the model';
  const other = callbacks.find(
    ({ name, getState }) =>
      getState &&
      !isLike(Object.hasOwn(states, name) ? states[name] : undefined, getState(), sizes),
  );
  return other && `the state of its callback ${other.name} is another one’s`;
}

/** Whether a callback's state has the fields of its first one. */
function isLike(
  state: Readonly<Record<string, unknown>> | undefined,
  first: Readonly<Record<string, unknown>>,
  sizes: readonly number[],
): boolean {
  const keys = Object.keys(first);
  return (
    state !== undefined &&
    Object.keys(state).length === keys.length &&
    keys.every((key) =>
      // Before any epoch, what is no plain value is null or an empty list. Later it is a list of
      // arrays, one for each of the weights.
      typeof first[key] === 'object'
        ? isEmpty(state[key]) || haveSizes(state[key], sizes)
        : typeof state[key] === typeof first[key],
    )
  );
}

function isEmpty(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

function haveSizes(arrays: unknown, sizes: readonly number[]): boolean {
  return (
    Array.isArray(arrays) &&
    arrays.length === sizes.length &&
    arrays.every((array: unknown, i) => ArrayBuffer.isView(array) && lengthOf(array) === sizes[i])
  );
}

function areFinite(values: readonly unknown[]): boolean {
  return values.every((value) => Number.isFinite(value));
}

/** How many numbers a typed array holds. */
function lengthOf(array: ArrayBufferView): number {
  return 'length' in array && typeof array.length === 'number' ? array.length : -1;
}
