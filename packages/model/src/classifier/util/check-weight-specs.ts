import type { io } from '@tensorflow/tfjs-core';

/** Bytes of one value. tfjs saves no other weights. */
const BYTES: ReadonlyMap<unknown, number> = new Map([
  ['float32', 4],
  ['int32', 4],
  ['bool', 1],
]);

/**
 * Checks the weights of a manifest.
 *
 * @returns The bytes and the values of all weights together.
 * @throws {RangeError} that says what is wrong.
 */
export function checkWeightSpecs(specs: unknown): { bytes: number; values: number } {
  const fail = (what: string) => new RangeError(`its weights ${what}`);
  if (!Array.isArray(specs)) throw fail('must be a list');
  const names = new Set<string>();
  let bytes = 0;
  let values = 0;
  for (const spec of specs) {
    const { name, shape, dtype, quantization } = (spec ?? {}) as Partial<io.WeightsManifestEntry>;
    // tfjs keeps tensors under their names in an object, whose prototype this one would set.
    if (typeof name !== 'string' || name === '__proto__') throw fail('must have names');
    const called = JSON.stringify(name);
    if (names.has(name)) throw fail(`have the name ${called} twice`);
    names.add(name);
    const size = BYTES.get(dtype);
    if (size === undefined) {
      throw fail(`must be float32, int32 or bool, got ${JSON.stringify(dtype)} for ${called}`);
    }
    if (quantization !== undefined) throw fail(`must not be quantised, as ${called} is`);
    const isShape =
      Array.isArray(shape) && shape.every((each) => Number.isInteger(each) && each >= 0);
    if (!isShape) {
      throw fail(`must have shapes of whole numbers, got ${JSON.stringify(shape)} for ${called}`);
    }
    const count = shape.reduce((a, b) => a * b, 1);
    values += count;
    bytes += count * size;
  }
  return { bytes, values };
}
