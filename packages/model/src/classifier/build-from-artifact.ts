import { dispose, engine, io, tidy, util } from '@tensorflow/tfjs-core';
import { type LayersModel, type layers, models } from '@tensorflow/tfjs-layers';
import type { Artifact } from './artifact-format.ts';
import { BOUNDS } from './util/bounds.ts';
import { limitWeights } from './util/limit-weights.ts';

/**
 * Builds a saved model with its weights, as `tf.loadLayersModel` does. Unlike that, it takes no
 * more memory than the weights need, and leaves no tensor in memory when it fails.
 *
 * @returns The model, and a function that frees all of it. `model.dispose` leaves the weights of a
 *   layer that is called where no output needs it.
 * @throws The error of tfjs for a topology that it cannot build, or for weights of another model;
 *   RangeError for a topology with more weights than there are, or with tensors of no model's size.
 */
export async function buildFromArtifact({
  modelTopology,
  weightSpecs,
  weightValues,
  weights,
}: Artifact): Promise<{ model: LayersModel; free: () => void }> {
  const before = new Set(Object.values(engine().registeredVariables));
  const topology = { modelTopology } as Parameters<typeof models.modelFromJSON>[0];
  let building: Promise<LayersModel> | undefined;
  // Variables outlive the scope. What a layer that fails leaves behind does not.
  tidy(() => {
    building = limitWeights(weightValues, () => models.modelFromJSON(topology));
  });
  // tfjs builds the layers before it returns its promise, so the new variables are this model's.
  const own = Object.values(engine().registeredVariables).filter((each) => !before.has(each));
  let values: Record<string, ReturnType<typeof io.decodeWeights>[string]> = {};
  try {
    const model = (await building) as LayersModel;
    checkTensors(model.layers);
    const { buffer, byteOffset, byteLength } = weights;
    const bytes = buffer.slice(byteOffset, byteOffset + byteLength);
    checkNumbers(weightSpecs, bytes);
    values = tidy(() => io.decodeWeights(bytes, weightSpecs));
    // None is made any more.
    tidy(() => limitWeights(0, () => model.loadWeights(values)));
    return { model, free: () => dispose(own) };
  } catch (error) {
    dispose(own);
    throw error;
  } finally {
    dispose(values);
  }
}

/** Refuses layers, those of nested models included, whose output would fill the memory. */
function checkTensors(all: layers.Layer[]): void {
  for (const layer of all) {
    for (const { shape } of layer.inboundNodes.flatMap(({ outputTensors }) => outputTensors)) {
      const values = shape.slice(1).reduce<number>((size, each) => size * (each ?? 1), 1);
      if (values > BOUNDS.values) {
        throw new RangeError(
          `the output of its layer ${JSON.stringify(layer.name)} is larger than any model's, ` +
            JSON.stringify(shape),
        );
      }
    }
    const { layers: inner = [] } = layer as { layers?: layers.Layer[] };
    checkTensors(inner);
  }
}

/** Refuses weights that are no numbers. Some backends hide that: tfjs' wasm makes 0 of NaN. */
function checkNumbers(specs: readonly io.WeightsManifestEntry[], bytes: ArrayBuffer): void {
  let at = 0;
  for (const { name, shape, dtype } of specs) {
    const end = at + util.sizeFromShape(shape) * util.bytesPerElement(dtype as 'float32');
    if (dtype === 'float32' && new Float32Array(bytes.slice(at, end)).some(Number.isNaN)) {
      throw new RangeError(`its weight ${JSON.stringify(name)} holds NaN; training has diverged`);
    }
    at = end;
  }
}
