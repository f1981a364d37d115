import { ModelError } from './model-error.ts';

/** Where the files of a saved model live: a folder, a web address, a database. */
export interface ArtifactStore {
  /** What messages call this place, such as a path. */
  readonly name: string;
  /** @throws ModelError `artifact-missing` */
  read(file: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Replaces the file as a whole or not at all. */
  write(file: string, bytes: Uint8Array): Promise<void>;
}

/** A read-only store under a web address, such as `https://example.org/models/ser/`. */
export function urlStore(
  base: string | URL,
  { fetch = globalThis.fetch }: { fetch?: typeof globalThis.fetch } = {},
): ArtifactStore {
  const name = String(base).replace(/\/?$/, '/');
  return {
    name,
    async read(file) {
      const response = await fetch(name + file).catch((cause: Error) => {
        throw new ModelError('artifact-missing', `[GET] "${name}${file}": ${cause.message}`, {
          cause,
        });
      });
      if (!response.ok) {
        throw new ModelError(
          'artifact-missing',
          `[GET] "${name}${file}": ${response.status} ${response.statusText}`,
        );
      }
      return new Uint8Array(await response.arrayBuffer());
    },
    write() {
      throw new ModelError(
        'argument',
        `Classifier.save: "${name}" is a web address, which cannot be written`,
      );
    },
  };
}
