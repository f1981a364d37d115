import { readFileSync } from 'node:fs';
import type { ExtractorConfig } from '../../extractor/config.ts';
import { createExtractor, type Extractor } from '../../extractor/create-extractor.ts';
import type { Audio } from '../../samples.ts';

/** What a worker is asked for: one clip, as samples, as a file's bytes or as a file to read. */
export interface ClipTask {
  readonly config: ExtractorConfig;
  readonly audio?: Audio;
  readonly bytes?: Uint8Array;
  readonly file?: string;
  /** The module and the export that turn bytes into audio. */
  readonly decoder?: { readonly module: string; readonly name: string };
}

/** What a worker answers. An error goes as its parts, since a thread boundary drops its class. */
export type ClipAnswer =
  | { readonly values: Float32Array }
  | { readonly error: { readonly name: string; readonly code: unknown; readonly message: string } };

/** This file, wherever it is: TypeScript among the sources, JavaScript once built. */
export const CLIP_WORKER: string = import.meta.url;

type Decoder = (bytes: Uint8Array) => Audio | Promise<Audio>;

let last: { key: string; extractor: Extractor } | undefined;

/** Reads, decodes and extracts one clip; runs in a worker thread, and never throws. */
export async function extractClip(task: ClipTask): Promise<ClipAnswer> {
  try {
    const key = JSON.stringify(task.config);
    if (last?.key !== key) last = { key, extractor: createExtractor(task.config) };
    const { extractor } = last;
    return { values: extractor.extract(task.audio ?? (await decode(task))) };
  } catch (error) {
    // A decoder may throw anything.
    const { name, code, message } = (error ?? {}) as Error & { code?: unknown };
    return { error: { name: name ?? 'Error', code, message: message ?? String(error) } };
  }
}

const decoders = new Map<string, Decoder>();

async function decode({ bytes, file = '', decoder }: ClipTask): Promise<Audio> {
  if (!decoder)
    throw new TypeError('extractAll: `decoder` is missing, and the clip has no samples');
  const key = `${decoder.module}#${decoder.name}`;
  let run = decoders.get(key);
  if (!run) {
    const module = (await import(decoder.module)) as Record<string, unknown>;
    if (typeof module[decoder.name] !== 'function') {
      throw new TypeError(`extractAll: ${decoder.module} exports no function ${decoder.name}`);
    }
    run = module[decoder.name] as Decoder;
    decoders.set(key, run);
  }
  return run(bytes ?? read(file));
}

/** A worker has nothing else to do while it reads, and waiting for a callback takes longer. */
function read(file: string): Uint8Array {
  // A plain array: a Buffer's `slice` is another function.
  const { buffer, byteOffset, length } = readFileSync(file);
  return new Uint8Array(buffer, byteOffset, length);
}
