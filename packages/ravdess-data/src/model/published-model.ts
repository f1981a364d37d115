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

/** The files by their names. Those of calibrated voices are loaded when they are read. */
const FILES: Readonly<
  Record<string, () => Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>>
> = {
  'model.json': () => ofText(model),
  'weights.bin': () => ofBase64(weights),
  'recognizer.json': () => ofText(recognizer),
  'adapted/model.json': async () =>
    ofText((await import('../generated/functionals-lda/adapted-model-json.ts')).file),
  'adapted/weights.bin': async () =>
    ofBase64((await import('../generated/functionals-lda/adapted-weights-bin.ts')).file),
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
