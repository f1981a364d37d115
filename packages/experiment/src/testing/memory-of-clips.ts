// What a table's writer and reader hold, whatever has gone through them. It is run in a process of
// its own by `many-clips.test.ts`.
import { mkdtempSync, rmSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createTableWriter } from '../table/create-table-writer.ts';
import { extractRows } from '../table/extract-rows.ts';
import { openTable } from '../table/open-table.ts';
import { fakeClip } from './fake-extract.ts';

const SIZE = 160 * 64;
const extractor = {
  sampleRate: 16_000,
  nFft: 512,
  features: [{ kind: 'logmel', nMels: 64 }],
  statistic: null,
  frames: 160,
} as const;

/** MiB of arrays that are still in use, from time to time. */
export interface HeldMemory {
  /** After each 500 clips. */
  readonly writing: readonly number[];
  /** With each part. */
  readonly reading: readonly number[];
}

/** Writes and reads a table of frame features of so many clips, 40 KiB each. */
export async function memoryOfClips(count: number): Promise<HeldMemory> {
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');
  const held = async (): Promise<number> => {
    // What arrays held is given back by another thread: the second call waits for it.
    collectGarbage();
    await setImmediate();
    collectGarbage();
    return process.memoryUsage().arrayBuffers / 2 ** 20;
  };
  const folder = mkdtempSync(join(tmpdir(), 'ser-memory-of-clips-'));
  const path = join(folder, 'table.parquet');
  const file = await open(path, 'w+');
  try {
    const sink = { write: (bytes: Uint8Array) => file.writeFile(bytes) };
    const clips = Array.from({ length: count }, (_, i) => fakeClip(`clip-${i}`));
    const writer = createTableWriter(sink, { extractor, labels: ['calm'] });
    const writing: number[] = [];
    let done = 0;
    for await (const rows of extractRows(clips, { extractor, extract })) {
      await writer.add(rows);
      if (++done % 500 === 0) writing.push(await held());
    }
    await writer.close();
    const { size } = await stat(path);
    const table = await openTable({
      name: path,
      size,
      async read(start, end) {
        const { buffer } = await file.read(new Uint8Array(end - start), { position: start });
        return buffer;
      },
    });
    const reading: number[] = [];
    for await (const { x } of table.parts()) {
      reading.push(await held());
      if (x.length % SIZE !== 0) throw new Error('a part must hold whole clips');
    }
    return { writing, reading };
  } finally {
    await file.close();
    rmSync(folder, { recursive: true });
  }
}

async function* extract(clips: Iterable<{ id: string }> | AsyncIterable<{ id: string }>) {
  let clip = 0;
  for await (const { id } of clips) {
    const values = new Float32Array(SIZE);
    for (let i = 0; i < SIZE; i++) values[i] = ((i * 31 + clip * 17) % 4093) / 7;
    clip++;
    yield { id, values, variants: [] };
  }
}
