import { dispose, engine, io, tidy } from '@tensorflow/tfjs-core';
import { type LayersModel, models } from '@tensorflow/tfjs-layers';
import type { Artifact } from './artifact-format.ts';

/**
 * Builds a saved model with its weights, as `tf.loadLayersModel` does. Unlike that, it leaves no
 * tensor in memory when it fails.
 *
 * @throws The error of tfjs for a topology that it cannot build, or for weights of another model.
 */
export async function buildFromArtifact({
  modelTopology,
  weightSpecs,
  weights,
}: Artifact): Promise<LayersModel> {
  const before = new Set(Object.values(engine().registeredVariables));
  const building = models.modelFromJSON({ modelTopology } as Parameters<
    typeof models.modelFromJSON
  >[0]);
  // tfjs builds the layers before it returns its promise, so the new variables are this model's.
  const own = Object.values(engine().registeredVariables).filter((each) => !before.has(each));
  let values: Record<string, ReturnType<typeof io.decodeWeights>[string]> = {};
  try {
    const model = await building;
    const { buffer, byteOffset, byteLength } = weights;
    values = tidy(() =>
      io.decodeWeights(buffer.slice(byteOffset, byteOffset + byteLength), weightSpecs),
    );
    model.loadWeights(values);
    return model;
  } catch (error) {
    dispose(own);
    throw error;
  } finally {
    dispose(values);
  }
}
