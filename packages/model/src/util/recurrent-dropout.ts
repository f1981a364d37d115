import * as tf from '@tensorflow/tfjs-core';
import type { layers as tfLayers } from '@tensorflow/tfjs-layers';

/**
 * The fields of tfjs' recurrent cells that make dropout masks and keep them until the layer's next
 * call.
 */
interface Cell {
  dropout?: number;
  recurrentDropout?: number;
  dropoutFunc?: (ones: tf.Tensor, rate: number) => tf.Tensor;
  dropoutMask?: tf.Tensor | tf.Tensor[] | null;
  recurrentDropoutMask?: tf.Tensor | tf.Tensor[] | null;
}

/** Dropout inside of a recurrent cell, as a dropout layer: its masks follow `seed`. */
export interface RecurrentDropout {
  /** Seeds the masks of the next call; the k-th has the seed `seed(k)`. */
  setSeed(seed: (mask: number) => number): void;
  /** Puts back the function that the cell was made with, and frees its masks. */
  restore(): void;
}

/** The cells of a recurrent layer that have dropout. Another layer has none. */
export function recurrentDropouts(layer: tfLayers.Layer): RecurrentDropout[] {
  const { cell } = layer as unknown as { cell?: Cell & { cells?: Cell[] } };
  if (!cell) return [];
  return [cell, ...(cell.cells ?? [])]
    .filter(({ dropout = 0, recurrentDropout = 0 }) => dropout > 0 || recurrentDropout > 0)
    .map((dropped) => {
      const { dropoutFunc } = dropped;
      return {
        setSeed(seed) {
          let mask = 0;
          // tfjs' LSTM and GRU free the masks of the call before. A layer of cells would take them.
          freeMasks(dropped);
          dropped.dropoutFunc = (ones, rate) => tf.dropout(ones, rate, undefined, seed(mask++));
        },
        restore() {
          freeMasks(dropped);
          dropped.dropoutFunc = dropoutFunc;
        },
      };
    });
}

function freeMasks(cell: Cell): void {
  tf.dispose([cell.dropoutMask ?? [], cell.recurrentDropoutMask ?? []]);
  cell.dropoutMask = null;
  cell.recurrentDropoutMask = null;
}
