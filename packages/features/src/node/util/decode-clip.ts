import { readFileSync } from 'node:fs';
import type { Audio } from '../../samples.ts';
import { badArgument } from '../../util/checks.ts';
import type { Decode } from '../decode.ts';

/** The module and the export that turn a file's bytes into audio. */
export interface Decoder {
  readonly module: string;
  readonly name: string;
}

const loaded = new Map<string, Decode>();

/**
 * Decodes the given bytes, or those of a file, with a function that is imported once.
 *
 * @throws {FeatureError} `bad-argument` without a decoder, or when its module has no such function;
 *   and what the import, the reading and the decoder throw.
 */
export async function decodeClip({
  bytes,
  file = '',
  decoder,
}: {
  readonly bytes?: Uint8Array;
  readonly file?: string;
  readonly decoder?: Decoder;
}): Promise<Audio> {
  if (!decoder) {
    const expected = "a module's URL, since the clip has no samples";
    throw badArgument('extractAll', 'decoder', expected, decoder);
  }
  const key = `${decoder.module}#${decoder.name}`;
  let decode = loaded.get(key);
  if (!decode) {
    decode = await load(decoder);
    loaded.set(key, decode);
  }
  return decode(bytes ?? read(file));
}

async function load({ module, name }: Decoder): Promise<Decode> {
  const { [name]: decode }: Record<string, unknown> = await import(
    // A bundler must leave this to Node: the module is not known before.
    /* webpackIgnore: true */ /* @vite-ignore */ module
  );
  if (isDecode(decode)) return decode;
  const expected = `the name of a function of ${module}`;
  throw badArgument('extractAll', 'decoderName', expected, name);
}

/** What a function takes and returns cannot be seen before it is called. */
function isDecode(value: unknown): value is Decode {
  return typeof value === 'function';
}

/** Reads a file synchronously, which is faster; a worker has nothing else to do meanwhile. */
function read(file: string): Uint8Array {
  // A plain array, because `slice` of a Buffer does not copy.
  const { buffer, byteOffset, length } = readFileSync(file);
  return new Uint8Array(buffer, byteOffset, length);
}
