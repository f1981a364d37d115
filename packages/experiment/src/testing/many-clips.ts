// Writes and reads tables of a made-up corpus that would fill the memory, and prints what it takes:
// `npx -y pnpm@12 --filter @ser/experiment many-clips`. A small version is a test.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seeded } from '@ser/testing';
import { createTableWriter } from '../table/create-table-writer.ts';
import type { ExtractClips } from '../table/extract-clips.ts';
import { extractRows } from '../table/extract-rows.ts';
import { mergeTables } from '../table/merge-tables.ts';
import { openTable } from '../table/open-table.ts';
import { shardOf } from '../table/shard-of.ts';
import type { TableFile } from '../table/table-file.ts';
import { fakeClip } from './fake-extract.ts';

/** Frames of 64 bands, as the recipe `frames` has them. */
const FRAMES = 160;
const BANDS = 64;
const extractor = {
  sampleRate: 16_000,
  nFft: 512,
  features: [{ kind: 'logmel', nMels: BANDS }],
  statistic: null,
  frames: FRAMES,
} as const;

/** What a step took. */
interface Step {
  readonly name: string;
  /** Of processor time: another process' work does not count. */
  readonly seconds: number;
  /** The most memory that the process had up to its end. */
  readonly peakMegabytes: number;
}

/** What {@link handleManyClips} did. */
export interface ManyClips {
  readonly steps: readonly Step[];
  readonly rows: number;
  readonly fileMegabytes: number;
  /** Whether the merged shards are the table, byte for byte. */
  readonly isSame: boolean;
}

/** Writes a table of so many clips, reads it, and merges it from shards. */
export async function handleManyClips(count: number, shards: number = 4): Promise<ManyClips> {
  const folder = mkdtempSync(join(tmpdir(), 'ser-many-clips-'));
  const handles: FileHandle[] = [];
  const steps: Step[] = [];
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const before = process.cpuUsage();
    const result = await work();
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    steps.push({ name, seconds, peakMegabytes: process.resourceUsage().maxRSS / 1024 });
    return result;
  };
  const read = async (name: string): Promise<TableFile> => {
    const path = join(folder, name);
    const handle = await open(path);
    handles.push(handle);
    const { size } = await stat(path);
    return openTable({
      name,
      size,
      async read(start, end) {
        const { buffer, bytesRead } = await handle.read(new Uint8Array(end - start), {
          position: start,
        });
        return buffer.subarray(0, bytesRead);
      },
    });
  };
  try {
    const clips = Array.from({ length: count }, (_, i) =>
      fakeClip(`clip-${String(i).padStart(6, '0')}`),
    );
    const write = async (name: string, own: typeof clips) => {
      const file = await open(join(folder, name), 'w');
      const sink = { write: async (bytes: Uint8Array) => void (await file.writeFile(bytes)) };
      const writer = createTableWriter(sink, { extractor, variants: [], labels: ['calm'] });
      for await (const rows of extractRows(own, { extractor, extract })) await writer.add(rows);
      await writer.close();
      await file.close();
    };
    await step('write', () => write('whole.parquet', clips));
    const rows = await step('read', async () => {
      let found = 0;
      for await (const part of (await read('whole.parquet')).parts()) found += part.rows.length;
      return found;
    });
    const names = Array.from({ length: shards }, (_, i) => `part-${i}.parquet`);
    await step('write shards', async () => {
      for (const [i, name] of names.entries()) {
        await write(
          name,
          clips.filter(({ id }) => shardOf(id, shards) === i),
        );
      }
    });
    await step('merge', async () => {
      const file = await open(join(folder, 'merged.parquet'), 'w');
      const sink = { write: async (bytes: Uint8Array) => void (await file.writeFile(bytes)) };
      await mergeTables(await Promise.all(names.map(read)), sink);
      await file.close();
    });
    const { size } = await stat(join(folder, 'whole.parquet'));
    const isSame =
      spawnSync('cmp', [join(folder, 'whole.parquet'), join(folder, 'merged.parquet')]).status ===
      0;
    return { steps, rows, fileMegabytes: size / 2 ** 20, isSame };
  } finally {
    await Promise.all(handles.map((handle) => handle.close()));
    rmSync(folder, { recursive: true });
  }
}

/** Numbers that compress about as far as real ones: 24 bits of noise around a band's level. */
const extract: ExtractClips = async function* (clips, _config, { seedOf }) {
  for await (const { id } of clips) {
    const random = seeded(seedOf(id));
    const values = Float32Array.from({ length: FRAMES * BANDS }, (_, i) => {
      return -80 + (i % BANDS) / 2 + 20 * random();
    });
    yield { id, values, variants: [] };
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [count] = process.argv.slice(2).map(Number);
  if (count > 0) console.log(JSON.stringify(await handleManyClips(count)));
  else {
    for (const each of [5_000, 10_000, 20_000]) {
      const own = [...process.execArgv, fileURLToPath(import.meta.url), String(each)];
      const { stdout, stderr } = spawnSync(process.execPath, own, { encoding: 'utf8' });
      if (stdout === '') throw new Error(stderr);
      const { steps, rows, fileMegabytes, isSame }: ManyClips = JSON.parse(stdout);
      console.log(`${rows} clips, ${fileMegabytes.toFixed(0)} MiB, merged alike: ${isSame}`);
      for (const { name, seconds, peakMegabytes } of steps) {
        console.log(`  ${name}: ${seconds.toFixed(1)} s, peak ${peakMegabytes.toFixed(0)} MiB`);
      }
    }
  }
}
