import type { Labels } from '@ser/corpus';
import { readText, runStore } from '../run-store.ts';
import type { DataSource } from './data-source.ts';
import { currentData, type LoadedData, type StampedClip } from './loaded-data.ts';
import { clipsData, openSource, parquetData } from './open-source.ts';

/** Where the run's rows come from; beside its other files. */
const FILE = 'data.json';
const TABLE = 'table.parquet';

/** Files that go on with a run, and belong to no folder of `ser train`. */
export const OWN_FILES: readonly string[] = [FILE, TABLE];

interface RunData {
  readonly kind: DataSource['kind'];
  readonly name: string;
  readonly labels: readonly string[];
  readonly clips?: readonly {
    readonly id: string;
    readonly file: string;
    readonly info: Labels;
    readonly stamp: string;
  }[];
  readonly recordings?: readonly (readonly [string, string])[];
}

/** Keeps beside the run what brings its rows back after a reload. */
export async function keepRunData(data: LoadedData): Promise<void> {
  const { kind, name, labels, clips, table } = data;
  const kept: RunData = {
    kind,
    name,
    labels,
    ...(clips && { clips: clips.map(({ id, file, info, stamp }) => ({ id, file, info, stamp })) }),
    ...(clips && { recordings: [...(data.recordings ?? [])] }),
  };
  if (table && data.bytes) await runStore.write(TABLE, data.bytes);
  await runStore.write(FILE, new TextEncoder().encode(JSON.stringify(kept)));
}

/**
 * The data of the run that is kept. The files of recordings are not kept, only their features:
 * `bytes()` of a clip whose features are missing finds it in the folder that is open now.
 *
 * @throws {Error} Where there is none.
 */
export async function readRunData(): Promise<LoadedData> {
  const text = await readText(FILE);
  if (text === undefined) throw new Error('The data of the kept run are gone; train anew.');
  const { kind, name, labels, clips, recordings }: RunData = JSON.parse(text);
  if (kind === 'embedded') return (await openSource({ kind })).data;
  if (kind === 'table') {
    const bytes = await runStore.read(TABLE);
    if (!bytes) throw new Error('The table of the kept run is gone; train anew.');
    return parquetData(name, bytes);
  }
  const own = (clips ?? []).map((clip): StampedClip => ({ ...clip, bytes: () => openNow(clip) }));
  return clipsData(kind, name, own, labels, new Map(recordings));
}

async function openNow({ id, file, stamp }: Omit<StampedClip, 'bytes'>): Promise<Uint8Array> {
  const clip = currentData()?.clips?.find((each) => each.id === id && each.stamp === stamp);
  if (clip) return clip.bytes();
  throw new NeedsFiles(`${file} was not read before the run was interrupted.`);
}

/** The files of recordings must be chosen again. */
export class NeedsFiles extends Error {
  readonly code = 'needs-files';
}
