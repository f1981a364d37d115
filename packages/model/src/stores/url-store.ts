import { ModelError } from '../model-error.ts';
import type { ArtifactSource } from './file-store.ts';

/**
 * The files under a web address, such as `https://example.org/models/ser/`, for `Classifier.load`.
 *
 * @param options.fetch takes the place of the platform's own
 * @throws from `read`: ModelError `artifact-missing` when the server does not give the file, whole
 */
export function urlStore(
  base: string | URL,
  { fetch = globalThis.fetch }: { fetch?: typeof globalThis.fetch } = {},
): ArtifactSource {
  const name = String(base).replace(/\/?$/, '/');
  return {
    name,
    async read(file) {
      const missing = (why: string, cause?: unknown): ModelError =>
        new ModelError('artifact-missing', `[GET] "${name}${file}": ${why}`, { cause });
      try {
        const response = await fetch(name + file);
        if (!response.ok) throw missing(`${response.status} ${response.statusText}`);
        return new Uint8Array(await response.arrayBuffer());
      } catch (error) {
        throw ModelError.isInstance(error) ? error : missing((error as Error).message, error);
      }
    },
  };
}
