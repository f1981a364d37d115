import type { FusedBatchNormAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import { type ChannelBlock, channelBlock } from '../geometry/channel-block.ts';
import { FLOAT_BYTES } from '../native/float-bytes.ts';
import { makeOutput } from '../native/make-output.ts';
import { nativeOf } from '../native/native.ts';
import type { WasmBackend } from '../native/wasm-backend.ts';
import type { KernelMaker } from './kernel-maker.ts';
import type { BatchNormInputs } from './util/batch-norm-inputs.ts';
import { swapAxes } from './util/swap-axes.ts';

/**
 * Batch normalisation over any one axis. The backend's own kernel serves other shapes; it takes the
 * last axis for the channels, whichever it is.
 */
export const fusedBatchNorm: KernelMaker = (tf, original) => (args) => {
  const { inputs, attrs } = args;
  const backend = args.backend as WasmBackend;
  const { x, mean, variance, offset, scale } = inputs as unknown as BatchNormInputs;
  const { varianceEpsilon } = attrs as unknown as FusedBatchNormAttrs;
  const block = channelBlock(x.shape, mean.shape);
  const fits = [variance, offset, scale].every(
    (moments) => !moments || tf.util.sizeFromShape(moments.shape) === block?.channels,
  );
  if (original && (!block || !fits)) return original(args);

  const { outer, channels, inner } = block as ChannelBlock;
  const size = outer * channels * inner;
  const normalised = (rows: TensorInfo): TensorInfo =>
    makeOutput(backend, x.shape, (y) => {
      const native = nativeOf(backend);
      native.withScratch(channels * FLOAT_BYTES, (scratch) => {
        native.batchNorm(
          native.address(rows, size),
          native.address(mean, channels),
          native.address(variance, channels),
          offset ? native.address(offset, channels) : 0,
          scale ? native.address(scale, channels) : 0,
          varianceEpsilon,
          native.address(y, size),
          outer * inner,
          channels,
          scratch,
        );
      });
    });
  if (inner === 1) return normalised(x);

  const rows = swapAxes(tf, backend, x, [outer, channels, inner], x.shape);
  try {
    const y = normalised(rows);
    const result = swapAxes(tf, backend, y, [outer, inner, channels], x.shape);
    backend.disposeData(y.dataId);
    return result;
  } finally {
    backend.disposeData(rows.dataId);
  }
};
