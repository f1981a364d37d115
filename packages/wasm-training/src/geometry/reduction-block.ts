/** A tensor viewed as [outer, reduced, inner]. The middle axis is reduced. */
export interface ReductionBlock {
  outer: number;
  reduced: number;
  inner: number;
}

/**
 * Merges the axes of a reduction into one.
 *
 * @returns Undefined when axes that stay lie between reduced ones, as in a reduction over [0, 2].
 *
 * @example
 * reductionBlock([64, 162, 128], [0, 1]) // { outer: 1, reduced: 10368, inner: 128 }
 */
export function reductionBlock(shape: number[], axes: number[]): ReductionBlock | undefined {
  const block = { outer: 1, reduced: 1, inner: 1 };
  let part: 'outer' | 'reduced' | 'inner' = 'outer';
  for (const [axis, size] of shape.entries()) {
    // An axis of one element belongs to any part.
    if (size === 1) continue;
    if (axes.includes(axis)) {
      if (part === 'inner') return undefined;
      part = 'reduced';
    } else if (part === 'reduced') {
      part = 'inner';
    }
    block[part] *= size;
  }
  return block;
}
