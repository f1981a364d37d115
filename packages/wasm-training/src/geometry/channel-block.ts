/** A tensor viewed as [outer, channels, inner]. */
export interface ChannelBlock {
  outer: number;
  channels: number;
  inner: number;
}

/**
 * The channels of a batch normalisation.
 *
 * @param shape Of what is normalised.
 * @param moments The shape of the means: that of `shape`'s last axes, or 1 there.
 * @returns Undefined when the means lie along several axes.
 *
 * @example
 * channelBlock([8, 100, 16], [16]) // { outer: 800, channels: 16, inner: 1 }
 * channelBlock([8, 100, 16], [1, 100, 1]) // { outer: 8, channels: 100, inner: 16 }
 */
export function channelBlock(shape: number[], moments: number[]): ChannelBlock | undefined {
  const product = (sizes: number[]): number => sizes.reduce((a, b) => a * b, 1);
  const skipped = shape.length - moments.length;
  const axes = moments.flatMap((size, axis) => (size === 1 ? [] : [axis + skipped]));
  if (axes.length === 0) return { outer: product(shape), channels: 1, inner: 1 };
  const [axis] = axes;
  if (axes.length > 1 || moments[axis - skipped] !== shape[axis]) return undefined;
  return {
    outer: product(shape.slice(0, axis)),
    channels: shape[axis],
    inner: product(shape.slice(axis + 1)),
  };
}
