// What the bytes come from: how it is read, closed and left.

import { getEventListeners } from 'node:events';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, test } from 'vitest';
import { inChunks } from '../testing/in-chunks.ts';
import { writeWav } from '../testing/write-wav.ts';
import { decodeWavStream } from './decode-wav-stream.ts';
import type { WavStreamOptions } from './decode-wav-stream-options.ts';
import type { ByteChunks } from './util/byte-parts.ts';

const wav = writeWav([1, 2, 3, 4]);

async function countOf(chunks: ByteChunks, options?: WavStreamOptions): Promise<number> {
  let count = 0;
  for await (const { samples } of decodeWavStream(chunks, options)) count += samples.length;
  return count;
}

/** A source that tells whether it was closed, and may wait for ever after its chunks. */
function watched(chunks: Uint8Array[], isEndless = false): ByteChunks & { closed: number } {
  const iterator = chunks[Symbol.iterator]();
  const source = {
    closed: 0,
    [Symbol.asyncIterator]: () => ({
      next(): Promise<IteratorResult<Uint8Array>> {
        const { done, value } = iterator.next();
        if (done && isEndless) return new Promise(() => {});
        return Promise.resolve(done ? { done: true, value: undefined } : { done: false, value });
      },
      return(): Promise<IteratorResult<Uint8Array>> {
        source.closed++;
        return Promise.resolve({ done: true, value: undefined });
      },
    }),
  };
  return source;
}

it('reads a stream of the web, with and without iteration', async () => {
  expect(await countOf(new Blob([wav]).stream())).toBe(4);
  const stream = new Blob([wav]).stream();
  const plain = { getReader: () => stream.getReader() } as ReadableStream<Uint8Array>;
  expect(await countOf(plain)).toBe(4);
  expect(stream.locked).toBe(true);
});

it('refuses a stream that somebody else reads', async () => {
  const stream = new Blob([wav]).stream();
  stream.getReader();
  await expect(countOf(stream)).rejects.toMatchObject({
    code: 'bad-argument',
    message:
      'decodeWavStream: `chunks` must be a stream that nobody else reads, got one that is locked',
  });
});

it("reads a file as Node's streams give it", async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ser-stream-'));
  try {
    await writeFile(join(folder, 'x.wav'), wav);
    expect(await countOf(createReadStream(join(folder, 'x.wav'), { highWaterMark: 7 }))).toBe(4);
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('keeps nothing of a chunk whose memory its source uses again', async () => {
  const shared = new Uint8Array(8);
  const chunks = (async function* (): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < wav.length; at += shared.length) {
      shared.set(wav.subarray(at, at + shared.length));
      yield shared.subarray(0, Math.min(shared.length, wav.length - at));
      shared.fill(0xff);
    }
  })();
  const all: number[] = [];
  for await (const { samples } of decodeWavStream(chunks)) all.push(...samples);
  expect(all.map((x) => x * 32768)).toEqual([1, 2, 3, 4]);
});

test.each<[string, unknown, string]>([
  ['the bytes of a file', wav, 'got Uint8Array (the bytes of a whole file are for `decodeWav`)'],
  ['undefined', undefined, 'got Undefined'],
  ['a path', 'x.wav', 'got String'],
  ['an array of chunks', [wav], 'got Array'],
])('refuses %s', async (_, chunks, message) => {
  await expect(countOf(chunks as never)).rejects.toMatchObject({
    code: 'bad-argument',
    message: expect.stringContaining(
      `decodeWavStream: \`chunks\` must be a ReadableStream or an async iterable of Uint8Arrays, ${message}`,
    ),
  });
});

test.each([['text'], [undefined], [wav.buffer], [5]])('refuses the chunk %o', async (chunk) => {
  const source = watched([wav, chunk as never]);
  await expect(countOf(source)).rejects.toMatchObject({
    code: 'bad-argument',
    message: expect.stringContaining('decodeWavStream: `chunks` must give Uint8Arrays, got '),
  });
  expect(source.closed).toBe(1);
});

it('throws what the source throws', async () => {
  const cause = new Error('the disk is gone');
  const chunks = (async function* (): AsyncGenerator<Uint8Array> {
    yield wav;
    throw cause;
  })();
  await expect(countOf(chunks)).rejects.toBe(cause);
});

it('closes the source when its reader leaves, and when the file is bad', async () => {
  const left = watched([wav, wav]);
  for await (const _ of decodeWavStream(left)) break;
  expect(left.closed).toBe(1);
  const bad = watched([writeWav([1, 2, 3], { tag: 0x11 }), wav]);
  await expect(countOf(bad)).rejects.toMatchObject({ code: 'unsupported-wav' });
  expect(bad.closed).toBe(1);
  const whole = watched([wav]);
  await countOf(whole);
  expect(whole.closed).toBe(0);
});

it('cancels a stream of the web when its reader leaves', async () => {
  let reason: unknown = 'not cancelled';
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(wav),
    cancel: (why) => {
      reason = why;
    },
  });
  for await (const _ of decodeWavStream(stream)) break;
  expect(reason).toBeUndefined();
});

it('ends on its signal, also while nothing comes, and leaves no listener', async () => {
  const controller = new AbortController();
  const source = watched([wav], true);
  const reading = countOf(source, { signal: controller.signal });
  setTimeout(() => controller.abort(new Error('enough')), 5);
  await expect(reading).rejects.toThrow('enough');
  expect(source.closed).toBe(1);
  expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  await expect(countOf(inChunks(wav, [9]), { signal: controller.signal })).rejects.toThrow(
    'enough',
  );
});

it('leaves no listener where it comes to the end', async () => {
  const { signal } = new AbortController();
  expect(await countOf(inChunks(wav, [9]), { signal })).toBe(4);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

it('takes chunks without a byte', async () => {
  const none = new Uint8Array(0);
  const parts = [none, wav.subarray(0, 20), none, none, wav.subarray(20), none];
  expect(await countOf(watched(parts))).toBe(4);
});

it('tells its problems at the end', async () => {
  const codes: string[] = [];
  const bytes = writeWav([1, 2, 3], { claims: { blockAlign: 4 } });
  const onProblem = ({ code }: { code: string }): void => void codes.push(code);
  for await (const _ of decodeWavStream(inChunks(bytes, [1000]), { onProblem })) {
    expect(codes).toEqual([]);
  }
  expect(codes).toEqual(['wrong-block-align']);
});
