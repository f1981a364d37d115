import type { Matrix } from '../../util/matrix.ts';

/** One value for each frame as a matrix, `[1, frames]`. */
export const oneRow = (data: Float32Array): Matrix => ({ data, shape: [1, data.length] });
