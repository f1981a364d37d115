import { delta } from '../../feature/delta.ts';
import type { FieldChecks } from '../../util/check-fields.ts';
import { badArgument, checkInteger } from '../../util/checks.ts';
import { oneOf } from '../../util/field-checks.ts';
import { MAX_DELTA_WIDTH } from '../../util/limits.ts';
import type { Matrix } from '../../util/matrix.ts';
import { numbered } from './numbered.ts';

/** Derivatives after a feature's rows: `mfcc_delta_1`, …, `mfcc_delta2_1`, … */
export interface Deltas {
  /** 1 for the first derivatives, 2 for the second as well. Default 0. */
  readonly deltas?: 0 | 1 | 2;
  /** Frames of a derivative, an odd number. A clip with fewer frames takes fewer. Default 9. */
  readonly deltaWidth?: number;
}

const DEFAULT_WIDTH = 9;
const LEAST_WIDTH = 3;

/** A check for each option of derivatives. */
export const DELTA_CHECKS: FieldChecks<Deltas> = {
  deltas: oneOf(0, 1, 2),
  // Checked here, because the first clip may have too few frames to use this width.
  deltaWidth: (caller, path, value) => {
    checkInteger(caller, path, value, LEAST_WIDTH, MAX_DELTA_WIDTH);
    if (Number(value) % 2 === 0) throw badArgument(caller, path, 'odd', value);
  },
};

/** The names of `count` rows and of their derivatives. */
export function deltaNames(name: string, count: number, { deltas = 0 }: Deltas): string[] {
  const names = [name, `${name}_delta`, `${name}_delta2`].slice(0, deltas + 1);
  return names.flatMap((each) => numbered(each, count));
}

/** Rows with their derivatives below them. */
export function withDeltas(
  rows: Matrix,
  { deltas = 0, deltaWidth = DEFAULT_WIDTH }: Deltas,
): Matrix {
  if (deltas === 0) return rows;
  const [count, frames] = rows.shape;
  const data = new Float32Array((deltas + 1) * rows.data.length);
  data.set(rows.data);
  const width = Math.min(deltaWidth, frames - 1 + (frames % 2));
  // The derivatives of a clip of one or two frames are zeros.
  for (let order = 1; order <= deltas && width >= LEAST_WIDTH; order++) {
    data.set(delta(rows, { width, order }).data, order * rows.data.length);
  }
  return { data, shape: [(deltas + 1) * count, frames] };
}
