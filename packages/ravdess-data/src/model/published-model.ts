import { file as adaptedModel } from '../generated/functionals-lda/adapted-model-json.ts';
import { file as adaptedWeights } from '../generated/functionals-lda/adapted-weights-bin.ts';
import { file as model } from '../generated/functionals-lda/model-json.ts';
import { file as recognizer } from '../generated/functionals-lda/recognizer-json.ts';
import { file as weights } from '../generated/functionals-lda/weights-bin.ts';

/** A saved model inside of this package. It is a `FileSource` of `@ser/model`. */
export interface PublishedModel {
  /** Its name in messages. */
  readonly name: string;
  /** A file's bytes; undefined when there is no such file. */
  read(file: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

/**
 * The files by their names. All are imported in one go: a bundler would make a file of its own of
 * what is imported later, which offline pages and workers of one file could not load.
 */
const FILES: Readonly<Record<string, () => Uint8Array<ArrayBuffer>>> = {
  'model.json': () => ofText(model),
  'weights.bin': () => ofBase64(weights),
  'recognizer.json': () => ofText(recognizer),
  'adapted/model.json': () => ofText(adaptedModel),
  'adapted/weights.bin': () => ofBase64(adaptedWeights),
};

/**
 * The recipe functionals-lda, trained on RAVDESS' actors 1 to 20. Its files are in the code, so
 * that it needs no network, no asset of a bundler, and nothing of a content security policy.
 */
export const publishedModel: PublishedModel = {
  name: '@ser/ravdess-data functionals-lda',
  async read(file) {
    return Object.hasOwn(FILES, file) ? FILES[file]() : undefined;
  },
};

function ofText(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function ofBase64(text: string): Uint8Array<ArrayBuffer> {
  const chars = atob(text);
  const bytes = new Uint8Array(chars.length);
  // `Uint8Array.from` takes twenty times as long.
  for (let i = 0; i < bytes.length; i++) bytes[i] = chars.charCodeAt(i);
  return bytes;
}
