import type { io } from '@tensorflow/tfjs-core';
import type { Dense } from './read-dense.ts';

/** Where a weight lies in the file of weights, and how many values it has. */
type Place = [byteOffset: number, length: number];

/** Where the weights of a linear model lie. */
export interface Places {
  kernel: Place;
  /** Undefined where there is none. */
  bias: Place | undefined;
}

const BYTES = Float32Array.BYTES_PER_ELEMENT;

/**
 * Finds the weights of a layer by their names.
 *
 * @param specs Checked by `checkWeightSpecs`.
 * @throws {RangeError} for weights of another layer, of other shapes, or of other types.
 */
export function findWeights(
  { name, features, units, useBias }: Dense,
  specs: readonly io.WeightsManifestEntry[],
): Places {
  const shapes = new Map([[`${name}/kernel`, [features, units]]]);
  if (useBias) shapes.set(`${name}/bias`, [units]);
  const places = new Map<string, Place>();
  let at = 0;
  for (const { name: weight, shape, dtype } of specs) {
    const wanted = shapes.get(weight);
    const called = JSON.stringify(weight);
    if (!wanted) throw new RangeError(`its weight ${called} is none of its layer`);
    // With one type, each weight before this one has 4 bytes a value.
    if (dtype !== 'float32') throw new RangeError(`its weight ${called} must be float32`);
    if (shape.length !== wanted.length || !shape.every((size, i) => size === wanted[i])) {
      throw new RangeError(
        `its weight ${called} must have the shape ${JSON.stringify(wanted)}, ` +
          `got ${JSON.stringify(shape)}`,
      );
    }
    const length = shape.reduce((a, b) => a * b, 1);
    places.set(weight, [at, length]);
    at += length * BYTES;
  }
  const kernel = places.get(`${name}/kernel`);
  if (!kernel || places.size < shapes.size) throw new RangeError('its layer lacks weights');
  return { kernel, bias: places.get(`${name}/bias`) };
}

/** A copy of a weight's values, which is aligned. */
export function readFloats(bytes: Uint8Array, [byteOffset, length]: Place): Float32Array {
  return new Float32Array(
    new Uint8Array(bytes.subarray(byteOffset, byteOffset + length * BYTES)).buffer,
  );
}
