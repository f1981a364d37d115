import type { LayersModel } from '@tensorflow/tfjs-layers';
import { ModelError } from '../model-error.ts';

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
 * @throws {ModelError} `bad-argument` for any other model.
 */
export function modelShape(caller: string, model: LayersModel): ModelShape {
  const { inputs, outputs } = model ?? {};
  // Not `instanceof`, which another copy of tfjs-layers would fail.
  if (!inputs?.[0] || !outputs?.[0]) {
    throw new ModelError(
      'bad-argument',
      `${caller}: \`model\` must be a LayersModel of tfjs, got ${model === null ? null : typeof model}`,
    );
  }
  const input = inputs[0].shape.slice(1) as number[];
  const output = outputs[0].shape;
  if (inputs.length !== 1 || outputs.length !== 1 || output.length !== 2) {
    throw new ModelError(
      'bad-argument',
      `${caller}: \`model\` must have one input and one output of shape [batch, classes], ` +
        `got ${inputs.length} and ${outputs.length} (${JSON.stringify(output)})`,
    );
  }
  if (input.some((length) => length === null)) {
    throw new ModelError(
      'bad-argument',
      `${caller}: \`model\` must have a fixed input shape, got ${JSON.stringify(input)}`,
    );
  }
  return { input, size: input.reduce((a, b) => a * b, 1), classes: output[1] as number };
}
