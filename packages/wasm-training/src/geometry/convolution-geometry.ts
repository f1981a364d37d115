import type { backend_util } from '@tensorflow/tfjs-core';

/** The numbers that `setGeometry` of assembly/geometry.ts takes, in its order. */
export function geometryOf(info: backend_util.Conv2DInfo): number[] {
  return [
    info.batchSize,
    info.inHeight,
    info.inWidth,
    info.inChannels,
    info.outHeight,
    info.outWidth,
    info.outChannels,
    info.filterHeight,
    info.filterWidth,
    info.strideHeight,
    info.strideWidth,
    info.dilationHeight,
    info.dilationWidth,
    info.padInfo.top,
    info.padInfo.left,
  ];
}

/**
 * Whether the wasm backend of tfjs 4.22.0 fails at a convolution or pooling, since XNNPACK, to which
 * it gives the work, sees it otherwise: as none at all, or as one with another output.
 */
export function failsInXnnpack(info: backend_util.Conv2DInfo): boolean {
  return isRefusedByXnnpack(info) || hasOtherSizeInXnnpack(info);
}

/**
 * Padding 'same' and a filter shorter than its stride along one axis: XNNPACK refuses the operator,
 * and the backend does not look at the refusal. The output is zeros.
 */
function isRefusedByXnnpack({ padInfo, ...info }: backend_util.Conv2DInfo): boolean {
  return (
    padInfo.type === 'SAME' &&
    (info.strideHeight > info.effectiveFilterHeight || info.strideWidth > info.effectiveFilterWidth)
  );
}

/**
 * With padding given as one number, tfjs takes the filter's height and the vertical stride for both
 * axes of the output, and it may round sizes up. XNNPACK computes the size itself, and writes past
 * the end of a smaller output: into other tensors.
 */
export function hasOtherSizeInXnnpack({ padInfo, ...info }: backend_util.Conv2DInfo): boolean {
  const { top, bottom, left, right } = padInfo;
  const positions = (size: number, filter: number, stride: number): number =>
    Math.floor((size - filter) / stride) + 1;
  const height = info.inHeight + top + bottom;
  const width = info.inWidth + left + right;
  return (
    positions(height, info.effectiveFilterHeight, info.strideHeight) !== info.outHeight ||
    positions(width, info.effectiveFilterWidth, info.strideWidth) !== info.outWidth
  );
}
