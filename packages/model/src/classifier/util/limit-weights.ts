import { initializers, layers } from '@tensorflow/tfjs-layers';

/** The method with which every layer of tfjs makes its weights. */
type AddWeight = (this: unknown, name: string, shape: number[], ...others: unknown[]) => unknown;
/** Where it takes the initialiser: name, shape, dtype, initialiser. */
const INITIALIZER = 1;

/**
 * Runs `build`, in which the layers of tfjs may make at most `maxValues` values of weights. They
 * begin at zero, because others replace them: nothing is drawn, and no matrix is made orthogonal.
 *
 * @param build Not asynchronous, so that no other model is built meanwhile.
 * @throws {RangeError} in `build`, before memory is taken for weights beyond `maxValues`.
 */
export function limitWeights<T>(maxValues: number, build: () => T): T {
  const prototype = layers.Layer.prototype as unknown as { addWeight: AddWeight };
  const { addWeight } = prototype;
  const zeros = initializers.zeros();
  let values = 0;
  prototype.addWeight = function (name, shape, ...others) {
    const isShape = shape.every((size) => Number.isInteger(size) && size >= 0);
    values += isShape ? shape.reduce((a, b) => a * b, 1) : Number.NaN;
    if (!(values <= maxValues)) {
      throw new RangeError(
        `its layers have more weights than the ${maxValues} that were saved: ` +
          `${JSON.stringify(name)} has the shape ${JSON.stringify(shape)}`,
      );
    }
    return addWeight.call(this, name, shape, ...others.with(INITIALIZER, zeros));
  };
  try {
    return build();
  } finally {
    prototype.addWeight = addWeight;
  }
}
