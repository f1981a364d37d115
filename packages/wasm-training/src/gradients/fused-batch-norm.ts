import type { Tensor } from '@tensorflow/tfjs-core';
import { channelBlock } from '../geometry/channel-block.ts';
import type { GradientMaker } from './gradient-maker.ts';
import { onWasm } from './util/on-wasm.ts';

/**
 * Gradient of batch normalisation over one axis, in two passes. That of tfjs knows the last axis
 * only, tiles, and takes twenty passes.
 */
export const batchNormGradient: GradientMaker = (tf, original) =>
  onWasm(tf, original, (dy, saved, attrs) => {
    const [x, mean, variance, scale] = saved;
    const channels = channelBlock(x.shape, mean.shape)?.channels;
    if (channels !== variance.size || channels !== scale.size) {
      return original.gradFunc(dy, saved, attrs);
    }
    const inputs = { x, mean, variance, scale, dy: dy as Tensor };
    const outputs = tf.engine().runKernel('SerBatchNormGrad', inputs, attrs) as unknown as Tensor[];
    const [dx, dMean, dVariance, dScale, dOffset] = outputs;
    return {
      x: () => dx,
      mean: () => dMean,
      variance: () => dVariance,
      scale: () => dScale,
      offset: () => dOffset,
    };
  });
