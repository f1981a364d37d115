import { FUNCTIONALS_LDA } from '../generated/functionals-lda.ts';

/** A saved model inside of this package. It is a `FileSource` of `@ser/model`. */
export interface PublishedModel {
  /** Its name in messages. */
  readonly name: string;
  /** A file's bytes; undefined when there is no such file. */
  read(file: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

/**
 * The recipe functionals-lda, trained on RAVDESS' actors 1 to 20. Its files are in the code, so
 * that it needs no network, no asset of a bundler, and nothing of a content security policy.
 */
export const publishedModel: PublishedModel = {
  name: '@ser/ravdess-data functionals-lda',
  async read(file) {
    if (!Object.hasOwn(FUNCTIONALS_LDA, file)) return undefined;
    return Uint8Array.from(atob(FUNCTIONALS_LDA[file]), (char) => char.charCodeAt(0));
  },
};
