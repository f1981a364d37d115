import { CorpusError } from '../../corpus-error.ts';

/** Bytes that come one after the other: a stream of the web, of Node, or any iterable. */
export type ByteChunks = AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>;

/** Bytes that are given at a time, however many come at once. */
const PART_BYTES = 65_536;

/**
 * The bytes in parts of 64 KiB or less. What they come from is closed when the reader ends early or
 * is aborted.
 *
 * @throws {CorpusError} `bad-argument` for what is no source of bytes; the signal's reason, also
 *   while nothing comes; what the source throws.
 */
export async function* byteParts(
  caller: string,
  chunks: ByteChunks,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  signal?.throwIfAborted();
  const source = iteratorOf(caller, chunks);
  let abort: () => void = () => {};
  // One promise for each chunk: what waits on one for all of them would pile up.
  const next = (): Promise<IteratorResult<Uint8Array>> =>
    new Promise((resolve, reject) => {
      abort = () => reject(signal?.reason);
      Promise.resolve(source.next()).then(resolve, reject);
    });
  const onAbort = (): void => abort();
  signal?.addEventListener('abort', onAbort);
  let isOpen = true;
  try {
    for (;;) {
      isOpen = false;
      const { done, value } = await next();
      if (done) return;
      isOpen = true;
      checkChunk(caller, value);
      for (let at = 0; at < value.length; at += PART_BYTES) {
        signal?.throwIfAborted();
        yield value.subarray(at, at + PART_BYTES);
      }
      signal?.throwIfAborted();
    }
  } finally {
    signal?.removeEventListener('abort', onAbort);
    const closed = isOpen || signal?.aborted ? source.return?.() : undefined;
    // A source that waits for what never comes may never say that it is closed.
    if (signal?.aborted) closed?.then(undefined, () => {});
    else await closed;
  }
}

function iteratorOf(caller: string, chunks: ByteChunks): AsyncIterator<Uint8Array> {
  const source: Partial<AsyncIterable<Uint8Array> & ReadableStream<Uint8Array>> = Object(chunks);
  if (source.locked === true) {
    const message = `${caller}: \`chunks\` must be a stream that nobody else reads, got one that is locked`;
    throw new CorpusError('bad-argument', message);
  }
  const iterate = source[Symbol.asyncIterator];
  // Safari's streams cannot be iterated.
  if (typeof iterate === 'function') return iterate.call(source as AsyncIterable<Uint8Array>);
  if (typeof source.getReader === 'function') return readStream(source as ReadableStream);
  const kind = Object.prototype.toString.call(chunks).slice('[object '.length, -1);
  const message =
    `${caller}: \`chunks\` must be a ReadableStream or an async iterable of Uint8Arrays, ` +
    `got ${kind} (the bytes of a whole file are for \`decodeWav\`)`;
  throw new CorpusError('bad-argument', message);
}

function readStream(stream: ReadableStream<Uint8Array>): AsyncIterator<Uint8Array> {
  const reader = stream.getReader();
  return {
    next: () => reader.read() as Promise<IteratorResult<Uint8Array>>,
    async return() {
      await reader.cancel();
      return { done: true, value: undefined };
    },
  };
}

function checkChunk(caller: string, chunk: unknown): void {
  const kind = Object.prototype.toString.call(chunk).slice('[object '.length, -1);
  if (kind === 'Uint8Array') return;
  const message = `${caller}: \`chunks\` must give Uint8Arrays, got ${kind}`;
  throw new CorpusError('bad-argument', message);
}
