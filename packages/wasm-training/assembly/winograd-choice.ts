// When a convolution is computed by Winograd's transforms. Only sizes decide, and not the batch: an
// example has the same values in a batch of any size.

import {
  filterHeight,
  filterWidth,
  inChannels,
  inHeight,
  inWidth,
  outChannels,
  outHeight,
  outWidth,
  padTop,
  strideX,
  strideY,
} from './geometry';
import { chooseTransforms, points, tilesPerLine } from './winograd-tiles';
import { TRANSFORM_ROWS } from './winograd-transforms';

/** Of the direct form's products: with more, the transforms cost more than they save. */
const MAX_SHARE_PERCENT: i32 = 75;

/**
 * Whether transforms pay for the current convolution.
 *
 * @param ofInput For the gradient of the input; otherwise for the other two.
 */
export function winogradPays(ofInput: bool): bool {
  const isAlongWidth =
    filterHeight === 1 && outHeight === inHeight && padTop === 0 && strideY === 1 && strideX === 1;
  const isFilterServed = filterWidth >= 3 && filterWidth <= TRANSFORM_ROWS;
  if (!isAlongWidth || !isFilterServed) return false;
  // Products have eight columns, which are output channels in one function and input in another.
  if (inChannels % 8 !== 0 || outChannels % 8 !== 0) return false;
  const width = ofInput ? inWidth : outWidth;
  chooseTransforms(width);
  return <i64>tilesPerLine * points * 100 <= <i64>width * filterWidth * MAX_SHARE_PERCENT;
}

/** Whether none of `count` floats, in eights, is NaN or infinite. */
export function areFinite(floats: usize, count: i32): bool {
  const zero = f32x4.splat(0);
  let low = zero;
  let high = zero;
  const end = floats + ((<usize>count) << 2);
  // NaN and infinities times 0 are NaN, and stay NaN in a sum.
  for (; floats < end; floats += 32) {
    low = f32x4.add(low, f32x4.mul(zero, v128.load(floats)));
    high = f32x4.add(high, f32x4.mul(zero, v128.load(floats, 16)));
  }
  const sum = f32x4.add(low, high);
  return !v128.any_true(f32x4.ne(sum, sum));
}
