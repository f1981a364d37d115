import type { FusedBatchNormAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import { type ChannelBlock, channelBlock } from '../geometry/channel-block.ts';
import { makeOutput } from '../native/make-output.ts';
import { nativeOf } from '../native/native.ts';
import type { WasmBackend } from '../native/wasm-backend.ts';
import type { Tf } from '../tfjs.ts';
import type { KernelMaker } from './kernel-maker.ts';

interface Inputs {
  x: TensorInfo;
  mean: TensorInfo;
  variance: TensorInfo;
  offset?: TensorInfo;
  scale?: TensorInfo;
}

/**
 * Batch normalisation over any one axis; of other shapes the backend's own kernel takes care. That one takes the
 * last axis for the channels, whichever it is.
 */
export const fusedBatchNorm: KernelMaker = (tf, original) => (args) => {
  const { inputs, attrs } = args;
  const backend = args.backend as WasmBackend;
  const { x, mean, variance, offset, scale } = inputs as unknown as Inputs;
  const { varianceEpsilon } = attrs as unknown as FusedBatchNormAttrs;
  const block = channelBlock(x.shape, mean.shape);
  const fits = [variance, offset, scale].every(
    (moments) => !moments || tf.util.sizeFromShape(moments.shape) === block?.channels,
  );
  if (original && (!block || !fits || x.dtype !== 'float32')) return original(args);

  const { outer, channels, inner } = block as ChannelBlock;
  const rows = inner === 1 ? x : swapped(tf, backend, x, [outer, channels, inner], x.shape);
  const y = makeOutput(backend, x.shape);
  const native = nativeOf(backend);
  native.withScratch(channels * 4, (scratch) => {
    native.batchNorm(
      native.address(rows),
      native.address(mean),
      native.address(variance),
      offset ? native.address(offset) : 0,
      scale ? native.address(scale) : 0,
      varianceEpsilon,
      native.address(y),
      outer * inner,
      channels,
      scratch,
    );
  });
  if (rows === x) return y;
  const result = swapped(tf, backend, y, [outer, inner, channels], x.shape);
  for (const { dataId } of [rows, y]) backend.disposeData(dataId);
  return result;
};

/**
 * The kernel `SerBatchNormGrad`: x and dy of one shape, mean, variance and scale as `channelBlock` knows them → the
 * gradients [dx, dMean, dVariance, dScale, dOffset].
 */
export const batchNormGrad: KernelMaker = (tf) => (args) => {
  const { inputs, attrs } = args;
  const backend = args.backend as WasmBackend;
  const { x, mean, variance, scale } = inputs as unknown as Inputs;
  const dy = inputs.dy as TensorInfo;
  const { varianceEpsilon } = attrs as unknown as FusedBatchNormAttrs;
  const { outer, channels, inner } = channelBlock(x.shape, mean.shape) as ChannelBlock;
  const [xRows, dyRows] =
    inner === 1
      ? [x, dy]
      : [x, dy].map((seen) => swapped(tf, backend, seen, [outer, channels, inner], x.shape));
  const shapes = [x.shape, mean.shape, mean.shape, mean.shape, mean.shape];
  const outputs = shapes.map((shape) => makeOutput(backend, shape));
  const native = nativeOf(backend);
  native.withScratch(3 * channels * 4, (scratch) => {
    native.batchNormGradient(
      native.address(xRows),
      native.address(dyRows),
      native.address(mean),
      native.address(variance),
      scale ? native.address(scale) : 0,
      varianceEpsilon,
      outer * inner,
      channels,
      ...outputs.map(native.address),
      scratch,
    );
  });
  if (xRows === x) return outputs;
  const [dxRows, ...others] = outputs;
  const dx = swapped(tf, backend, dxRows, [outer, inner, channels], x.shape);
  for (const { dataId } of [xRows, dyRows, dxRows]) backend.disposeData(dataId);
  return [dx, ...others];
};

/** A tensor seen as [outer, a, b] → one that lies as [outer, b, a] and reads `shape`. */
function swapped(
  tf: Tf,
  backend: WasmBackend,
  { dataId, dtype }: TensorInfo,
  seen: [outer: number, a: number, b: number],
  shape: number[],
): TensorInfo {
  const { kernelFunc } = tf.getKernel('Transpose', 'wasm');
  const inputs = { x: { dataId, dtype, shape: seen } };
  const output = kernelFunc({ inputs, backend, attrs: { perm: [0, 2, 1] } }) as TensorInfo;
  return { dataId: output.dataId, dtype, shape };
}
