import { ModelError } from '../../model-error.ts';

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
  const fail = (i: number, problem: string) =>
    new ModelError('bad-argument', `${caller}: \`${name}[${i}]\` must ${problem}`);
  if (!Array.isArray(examples)) {
    throw new ModelError(
      'bad-argument',
      `${caller}: \`${name}\` must be a list of Float32Array, got ${typeof examples}`,
    );
  }
  // All of them first, so that no memory is taken for examples that are not there.
  examples.forEach((features, i) => {
    if (features?.length !== size) {
      throw fail(i, `hold ${size} features, got ${features?.length}`);
    }
  });
  const x = new Float32Array(examples.length * size);
  examples.forEach((features, i) => {
    const bad = features.findIndex((value: number) => !Number.isFinite(value));
    if (bad !== -1) throw fail(i, `be finite, got ${features[bad]} at ${bad}`);
    x.set(features, i * size);
  });
  return x;
}
