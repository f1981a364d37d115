import { fileURLToPath } from 'node:url';

/**
 * The folder of the published model: `model.json`, `weights.bin`, `recognizer.json`, and `adapted/`
 * with those of voices that are calibrated to. `folderStore` of `@ser/model/node` reads it, and so
 * does `ser predict --model`.
 */
export function publishedModelFolder(): string {
  return fileURLToPath(new URL('../../models/functionals-lda', import.meta.url));
}
