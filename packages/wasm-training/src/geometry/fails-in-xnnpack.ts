import type { backend_util } from '@tensorflow/tfjs-core';

/**
 * Whether the wasm backend of tfjs 4.22.0 fails at a convolution. The backend gives the work to
 * XNNPACK, which refuses some and computes another output size for others.
 */
export function failsInXnnpack(info: backend_util.Conv2DInfo): boolean {
  return (
    hasNoPosition(info) ||
    isRefusedByXnnpack(info) ||
    isCropped(info) ||
    hasOtherSizeInXnnpack(info)
  );
}

/**
 * Whether the wasm backend fails at a pooling. XNNPACK refuses a window of one element, and
 * padding in which a whole window fits. The backend does not look at
 * the refusal, and nobody writes the output.
 */
export function failsInXnnpackPooling(info: backend_util.Conv2DInfo): boolean {
  const { filterHeight, filterWidth, padInfo } = info;
  return (
    hasNoPosition(info) ||
    (filterHeight === 1 && filterWidth === 1) ||
    Math.max(padInfo.top, padInfo.bottom) >= filterHeight ||
    Math.max(padInfo.left, padInfo.right) >= filterWidth ||
    isCropped(info) ||
    hasOtherSizeInXnnpack(info)
  );
}

/**
 * A filter that is larger than the image has no position, and tfjs computes an output of 0 or fewer
 * rows. The backend allocates none of it, and XNNPACK writes over other tensors.
 */
function hasNoPosition({ outHeight, outWidth }: backend_util.Conv2DInfo): boolean {
  return outHeight < 1 || outWidth < 1;
}

/** XNNPACK takes padding below 0 for some 4 billion. */
function isCropped({ padInfo }: backend_util.Conv2DInfo): boolean {
  return Math.min(padInfo.top, padInfo.bottom, padInfo.left, padInfo.right) < 0;
}

/**
 * XNNPACK refuses padding 'same' with a filter shorter than its stride along one axis. The backend
 * does not look at the refusal, and the output is zeros.
 */
function isRefusedByXnnpack({ padInfo, ...info }: backend_util.Conv2DInfo): boolean {
  return (
    padInfo.type === 'SAME' &&
    (info.strideHeight > info.effectiveFilterHeight || info.strideWidth > info.effectiveFilterWidth)
  );
}

/**
 * Whether XNNPACK computes another output size than tfjs. With padding given as one number, tfjs
 * takes the filter's height and the vertical stride for both axes, and it may round sizes up. Where
 * tfjs' output is smaller, XNNPACK writes past its end, into other tensors.
 */
function hasOtherSizeInXnnpack({ padInfo, ...info }: backend_util.Conv2DInfo): boolean {
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
