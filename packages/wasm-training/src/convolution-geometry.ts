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
 * Whether the wasm backend of tfjs 4.22.0 returns zeros for a convolution: padding 'same' and a
 * filter shorter than its stride along one axis. XNNPACK refuses the operator, and the backend
 * does not look at the refusal.
 */
export function isRefusedByXnnpack({ padInfo, ...info }: backend_util.Conv2DInfo): boolean {
  return (
    padInfo.type === 'SAME' &&
    (info.strideHeight > info.effectiveFilterHeight || info.strideWidth > info.effectiveFilterWidth)
  );
}
