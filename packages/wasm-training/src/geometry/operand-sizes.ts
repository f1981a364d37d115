import type { backend_util } from '@tensorflow/tfjs-core';

/** How many values the three tensors of a convolution hold. */
export interface OperandSizes {
  /** The images, or their gradient. */
  x: number;
  filter: number;
  /** The output, or its gradient. */
  y: number;
}

/**
 * The sizes of a convolution's tensors.
 *
 * @param info Of images or of volumes. A depthwise one has a filter for each output channel.
 */
export function operandSizes(
  info: backend_util.Conv2DInfo | backend_util.Conv3DInfo,
  { isDepthwise = false }: { isDepthwise?: boolean } = {},
): OperandSizes {
  const product = (sizes: number[]): number => sizes.reduce((a, b) => a * b, 1);
  const taps = info.filterHeight * info.filterWidth;
  const planes = 'filterDepth' in info ? info.filterDepth : 1;
  const inputs = isDepthwise ? 1 : info.inChannels;
  return {
    x: product(info.inShape),
    filter: planes * taps * inputs * info.outChannels,
    y: product(info.outShape),
  };
}
