/** The top of a maximum. */
export interface Top {
  readonly value: number;
  /** From the greatest value on, in [-0.5, 0.5]. */
  readonly offset: number;
}

/** The top of the parabola through a maximum and its neighbours. */
export function parabola(values: Float64Array, at: number): Top {
  const left = values[at - 1];
  const middle = values[at];
  const right = values[at + 1];
  const bend = left - 2 * middle + right;
  if (bend === 0) return { value: middle, offset: 0 };
  const offset = (0.5 * (left - right)) / bend;
  return { value: middle - 0.25 * (left - right) * offset, offset };
}
