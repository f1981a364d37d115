import { ModelError } from '../../model-error.ts';
import { checkFloats } from '../../util/check-floats.ts';

/**
 * Throws a ModelError `bad-argument` unless `x` holds whole rows.
 *
 * @returns The number of rows.
 */
export function checkRows(caller: string, x: Float32Array, features: number): number {
  checkFloats(caller, 'x', x);
  const fail = (expected: string) =>
    new ModelError('bad-argument', `${caller}: \`x\` must ${expected}`);
  if (x.length % features !== 0) {
    throw fail(`hold whole rows of ${features} features, got ${x.length} values`);
  }
  return x.length / features;
}

/** Throws a ModelError `bad-argument` that names the first number of `x` that is not finite. */
export function checkFinite(caller: string, x: Float32Array, features: number): void {
  for (let i = 0; i < x.length; i++) {
    if (Number.isFinite(x[i])) continue;
    throw new ModelError(
      'bad-argument',
      `${caller}: \`x\` must be finite, got ${x[i]} in row ${Math.floor(i / features)}`,
    );
  }
}
