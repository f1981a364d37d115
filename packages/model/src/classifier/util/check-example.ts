import { ModelError } from '../../model-error.ts';

/** Throws a ModelError `bad-argument` for an example of another size. */
export function checkLength(
  caller: string,
  name: string,
  features: Float32Array,
  size: number,
): void {
  if (features?.length === size) return;
  throw new ModelError(
    'bad-argument',
    `${caller}: \`${name}\` must hold ${size} features, got ${features?.length}`,
  );
}

/** Throws a ModelError `bad-argument` for an example with a value that is not finite. */
export function checkFinite(caller: string, name: string, features: Float32Array): void {
  const bad = features.findIndex((value) => !Number.isFinite(value));
  if (bad === -1) return;
  throw new ModelError(
    'bad-argument',
    `${caller}: \`${name}\` must be finite, got ${features[bad]} at ${bad}`,
  );
}
