import { io } from '@tensorflow/tfjs-core';
import type { FileStore } from '../stores/file-store.ts';
import { sha256 } from '../util/sha256.ts';
import { formatModelJson, type Metadata, MODEL_FILE } from './artifact-format.ts';

const WEIGHTS_FILE = 'weights.bin';
/** Holds the new weights while those of `weights.bin` are replaced. */
const SPARE_WEIGHTS_FILE = 'weights-new.bin';

/**
 * Writes the weights, then `model.json`, which names them. Where a classifier is replaced, its
 * weights are left alone until others are in place: whenever the process stops, the store holds the
 * old classifier or the new one, whole.
 *
 * @returns The digest of the weights' bytes.
 */
export async function writeArtifact(
  to: FileStore,
  artifacts: io.ModelArtifacts,
  metadata: Omit<Metadata, 'version' | 'weightsSha256'>,
): Promise<string> {
  const weights = new Uint8Array(io.CompositeArrayBuffer.join(artifacts.weightData));
  const weightsSha256 = await sha256(weights);
  const write = async (file: string): Promise<void> => {
    const json = formatModelJson(artifacts, file, { ...metadata, weightsSha256 });
    await to.write(file, weights);
    await to.write(MODEL_FILE, new TextEncoder().encode(json));
  };
  const isReplaced = await to.read(MODEL_FILE).then(
    (bytes) => bytes !== undefined,
    // A file that cannot be read may be there.
    () => true,
  );
  if (isReplaced) await write(SPARE_WEIGHTS_FILE);
  await write(WEIGHTS_FILE);
  if (isReplaced) await to.remove(SPARE_WEIGHTS_FILE);
  return weightsSha256;
}
