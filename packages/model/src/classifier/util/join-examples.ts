import { ModelError } from '../../model-error.ts';
import { checkFinite, checkLength } from './check-example.ts';

/**
 * Copies examples into one array.
 *
 * @throws {ModelError} `bad-argument` for one of another size, or with a value that is not finite.
 */
export function joinExamples(
  caller: string,
  name: string,
  examples: readonly Float32Array[],
  size: number,
): Float32Array {
  if (!Array.isArray(examples)) {
    throw new ModelError(
      'bad-argument',
      `${caller}: \`${name}\` must be a list of Float32Array, got ${typeof examples}`,
    );
  }
  // All of them first, so that no memory is taken for examples that are not there.
  examples.forEach((features, i) => {
    checkLength(caller, `${name}[${i}]`, features, size);
  });
  const x = new Float32Array(examples.length * size);
  examples.forEach((features, i) => {
    checkFinite(caller, `${name}[${i}]`, features);
    x.set(features, i * size);
  });
  return x;
}
