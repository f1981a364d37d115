import type { LayersModel } from '@tensorflow/tfjs-layers';
import { ModelError } from '../model-error.ts';
import { requireLabels } from '../util/check-config.ts';

/** Examples with their labels, in plain arrays. */
export interface Dataset {
  /** Row-major `[examples, ...input shape of the model]`. */
  x: Float32Array;
  /** Class index of each example. */
  y: ArrayLike<number>;
}

/** Sizes that a model dictates to its data. */
export interface ModelShape {
  /** Input shape of one example, such as `[162, 1]`. */
  input: number[];
  /** Values of one example. */
  size: number;
  classes: number;
}

/**
 * Reads the sizes of a model with one input and one row of class scores as output.
 *
 * @throws ModelError `argument` for any other model
 */
export function modelShape(model: LayersModel): ModelShape {
  const input = model.inputs[0].shape.slice(1) as number[];
  const output = model.outputs[0].shape;
  if (model.inputs.length !== 1 || model.outputs.length !== 1 || output.length !== 2) {
    throw new ModelError(
      'argument',
      `model must have one input and one output of shape [batch, classes], got ${model.inputs.length} and ${model.outputs.length} (${JSON.stringify(output)})`,
    );
  }
  if (input.some((length) => length === null)) {
    throw new ModelError(
      'argument',
      `model must have a fixed input shape, got ${JSON.stringify(input)}`,
    );
  }
  return { input, size: input.reduce((a, b) => a * b, 1), classes: output[1] as number };
}

/** Throws a ModelError `dataset` unless the data fits the model and every value is finite. */
export function checkDataset(
  caller: string,
  name: string,
  { x, y }: Dataset,
  shape: ModelShape,
): void {
  // Not `instanceof`: a Float32Array of another realm, such as a frame, will do.
  if (!ArrayBuffer.isView(x)) {
    throw new ModelError(
      'dataset',
      `${caller}: \`${name}.x\` must be a Float32Array, got ${typeof x}`,
    );
  }
  if (y.length === 0) throw new ModelError('dataset', `${caller}: \`${name}\` holds no examples`);
  if (x.length !== y.length * shape.size) {
    throw new ModelError(
      'dataset',
      `${caller}: \`${name}.x\` must hold ${y.length} examples of ${shape.input.join(' × ')} = ${y.length * shape.size} values, got ${x.length}`,
    );
  }
  requireLabels(caller, `${name}.y`, y, shape.classes, 'dataset');
  const bad = x.findIndex((value) => !Number.isFinite(value));
  if (bad !== -1) {
    throw new ModelError(
      'dataset',
      `${caller}: \`${name}.x\` must be finite, got ${x[bad]} in example ${Math.floor(bad / shape.size)}`,
    );
  }
}

/**
 * Copies the rows at `indices`, each `size` values long, into one array.
 *
 * @param x row-major `[rows, size]`
 * @returns row-major `[indices, size]`
 * @throws ModelError `argument` for an index outside of `x`
 */
export function takeRows(x: Float32Array, size: number, indices: ArrayLike<number>): Float32Array {
  const rows = new Float32Array(indices.length * size);
  for (let i = 0; i < indices.length; i++) {
    if (!(indices[i] >= 0 && (indices[i] + 1) * size <= x.length)) {
      throw new ModelError(
        'argument',
        `takeRows: \`indices[${i}]\` must be in [0, ${x.length / size}), got ${indices[i]}`,
      );
    }
    rows.set(x.subarray(indices[i] * size, (indices[i] + 1) * size), i * size);
  }
  return rows;
}
