import * as tf from '@tensorflow/tfjs-core';
import { values } from './values.ts';

/** What a tensor may hold that a kernel must not stumble over. */
export const KINDS = ['float32', 'int32', 'bool', 'NaN', 'infinities'] as const;

/** One of `KINDS`. */
export type Kind = (typeof KINDS)[number];

/** A seeded tensor of a kind; every fifth value of floats is what the kind's name says. */
export function tensorOf(kind: Kind, shape: number[], seed: number): tf.Tensor {
  const { data } = values(shape, seed);
  const strange = (replace: (value: number) => number): tf.Tensor =>
    tf.tensor(
      data.map((value, i) => (i % 5 === 2 ? replace(value) : value)),
      shape,
    );
  switch (kind) {
    case 'bool':
      return tf.tensor(
        data.map((value) => (value > 0 ? 1 : 0)),
        shape,
        'bool',
      );
    case 'int32':
      return tf.tensor(
        data.map((value) => Math.round(9 * value)),
        shape,
        'int32',
      );
    case 'NaN':
      return strange(() => Number.NaN);
    case 'infinities':
      return strange((value) => value / 0);
    default:
      return tf.tensor(data, shape);
  }
}
