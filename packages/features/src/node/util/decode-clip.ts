import { readFileSync } from 'node:fs';
import type { Audio } from '../../samples.ts';

/** The module and the export that turn a file's bytes into audio. */
export interface Decoder {
  readonly module: string;
  readonly name: string;
}

type Decode = (bytes: Uint8Array) => Audio | Promise<Audio>;

const loaded = new Map<string, Decode>();

/** Decodes the given bytes, or those of a file, with a function that is imported once. */
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
    throw new TypeError('extractAll: `decoder` is missing, and the clip has no samples');
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
  const { [name]: decode } = (await import(module)) as Record<string, unknown>;
  if (typeof decode === 'function') return decode as Decode;
  throw new TypeError(`extractAll: ${module} exports no function ${name}`);
}

/** Reads a file synchronously, which is faster; a worker has nothing else to do meanwhile. */
function read(file: string): Uint8Array {
  // A plain array, because `slice` of a Buffer does not copy.
  const { buffer, byteOffset, length } = readFileSync(file);
  return new Uint8Array(buffer, byteOffset, length);
}
