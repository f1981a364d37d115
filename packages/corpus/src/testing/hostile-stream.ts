// Streams that strangers may send, made and read in a process of its own with `runLimited`.
import { CorpusError } from '../corpus-error.ts';
import { decodeWavStream } from '../wav/decode-wav-stream.ts';
import { writeWav } from './write-wav.ts';

/** Bytes of a stream, and of its chunks, which are one and the same. */
const LONG = 400_000_000;
const CHUNK = 1_000_000;

/** A file's beginning, and then one text again and again. */
async function* stream(
  start: Uint8Array,
  text: string,
  bytes: number = LONG,
  chunkBytes: number = CHUNK,
): AsyncGenerator<Uint8Array> {
  yield start;
  const chunk = new Uint8Array(Buffer.alloc(chunkBytes, text, 'latin1'));
  for (let at = 0; at < bytes; at += chunkBytes) yield chunk;
}

const good = writeWav([1, 2, 3]);
const headerOf = (dataSize: number): Uint8Array =>
  writeWav([], { claims: { dataSize, riffSize: 0 } });
/** A good file's first bytes up to its samples, and a chunk of a size. */
const chunkOf = (start: Uint8Array, name: string, size: number): Uint8Array =>
  Buffer.concat([start, Buffer.from(name), new Uint8Array(Uint32Array.of(size).buffer)]);

/** What the streams are, by what is wrong with them. */
const STREAMS: Record<string, () => AsyncIterable<Uint8Array>> = {
  'samples without end': () => stream(headerOf(0xffffffff), '\x01'),
  'samples that are cut': () => stream(headerOf(0x70000000), '\x01'),
  'a chunk without end before the samples': () =>
    stream(chunkOf(good.subarray(0, 36), 'junk', 0xfffffff0), '\x01'),
  'a chunk without end behind the samples': () => stream(chunkOf(good, 'LIST', 0xfffffff0), '\x01'),
  'bytes without end behind the samples': () => stream(good, '\xff'),
  'zeros without end behind the samples': () => stream(good, '\0'),
  'a format of four gigabytes': () =>
    stream(chunkOf(good.subarray(0, 12), 'fmt ', 2 ** 32 - 1), ' '),
  'chunks without bytes': () => stream(good.subarray(0, 36), 'junk\0\0\0\0'),
  'tags without end': () => stream(new Uint8Array(0), 'ID3\x04\0\0\0\0\0\0'),
  'a tag of 256 MB': () =>
    stream(Buffer.from('ID3\x04\0\0\x7f\x7f\x7f\x7f', 'latin1'), '\x01', 200_000_000),
  'one byte at a time': () => stream(headerOf(0xffffffff), '\x01', 200_000, 1),
  'chunks without bytes, one byte at a time': () =>
    stream(good.subarray(0, 36), 'junk\0\0\0\0', 20_000, 1),
  'zeros, one byte at a time': () => stream(good, '\0', 200_000, 1),
};

/** What a stream gave. */
export interface StreamOutcome {
  samples: number;
  /** The codes of the problems, or that of the error. */
  outcome: string | string[];
}

/** Reads one of the streams as far as it goes. */
export async function readHostileStream(name: string): Promise<StreamOutcome> {
  const codes: string[] = [];
  let samples = 0;
  try {
    const onProblem = ({ code }: { code: string }): void => void codes.push(code);
    for await (const audio of decodeWavStream(STREAMS[name](), { onProblem })) {
      samples += audio.samples.length;
    }
    return { samples, outcome: codes };
  } catch (error) {
    if (CorpusError.isInstance(error)) return { samples, outcome: error.code };
    throw error;
  }
}

/** Reads all of them, one after the other. */
export async function readHostileStreams(): Promise<Record<string, StreamOutcome>> {
  const outcomes: Record<string, StreamOutcome> = {};
  for (const name of Object.keys(STREAMS)) outcomes[name] = await readHostileStream(name);
  return outcomes;
}
