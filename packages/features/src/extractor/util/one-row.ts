import type { Matrix } from '../../util/matrix.ts';

/** A value a frame as a matrix, `[1, frames]`. */
export const oneRow = (data: Float32Array): Matrix => ({ data, shape: [1, data.length] });
