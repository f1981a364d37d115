/** An array of a peer's, of which every `step`-th value is kept. */
export interface Part {
  readonly shape: readonly number[];
  readonly step: number;
  /** The greatest magnitude of the whole array. */
  readonly max: number;
  readonly values: readonly number[];
}

/** Of our array those values that were kept of the peer's; an error where it has another length. */
export function keptOf({ shape, step }: Part, values: ArrayLike<number>): number[] {
  const length = shape.reduce((a, b) => a * b, 1);
  if (values.length !== length) throw new Error(`${values.length} values, the peer has ${length}`);
  return Array.from({ length: Math.ceil(length / step) }, (_, k) => values[k * step]);
}
