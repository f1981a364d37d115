import type { Tensor } from '@tensorflow/tfjs-core';
import type { Tf } from '../tfjs.ts';
import type { RnnLayer } from './layers.ts';
import { slice } from './ops.ts';

/** What inputs and states are multiplied by. */
export interface DropoutMasks {
  /** [batch, features] */
  input?: Tensor;
  /** [batch, units] */
  recurrent?: Tensor;
}

/**
 * The masks of a cell's dropout. A cell makes them in its first step, from numbers of its own, and
 * the layer forgets them before the next call: so the cell takes that step, whose result is of no
 * use.
 *
 * @param x [batch, steps, features]
 */
export function dropoutMasks(
  tf: Tf,
  layer: RnnLayer,
  x: Tensor,
  states: Tensor[] | undefined,
  training: unknown,
): DropoutMasks {
  const { cell } = layer;
  const drops = (rate: number): boolean => 0 < rate && rate < 1;
  const [isInput, isRecurrent] = [cell.dropout, cell.recurrentDropout].map(drops);
  if ((isInput && !cell.dropoutMask) || (isRecurrent && !cell.recurrentDropoutMask)) {
    const [batch, , features] = x.shape as [number, number, number];
    const frame = tf.reshape(slice(tf, x, 0, 1), [batch, features]);
    cell.call([frame, ...(states ?? layer.getInitialState(x))], { training });
  }
  const first = (masks: Tensor | Tensor[] | null): Tensor | undefined =>
    (Array.isArray(masks) ? masks[0] : masks) ?? undefined;
  return {
    input: isInput ? first(cell.dropoutMask) : undefined,
    recurrent: isRecurrent ? first(cell.recurrentDropoutMask) : undefined,
  };
}
