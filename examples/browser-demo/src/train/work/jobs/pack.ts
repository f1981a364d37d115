import { RUN_FILES } from '@ser/experiment';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { OWN_FILES } from '../data/run-data.ts';
import type { TrainJob } from '../jobs.ts';
import { runStore } from '../run-store.ts';

/** What goes on with a run has no place among its results. */
const LEFT_OUT: readonly string[] = [...OWN_FILES, RUN_FILES.state];

/** The folder that `ser train` would leave, as a zip. */
export const pack: TrainJob<'pack'> = async () => {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const file of await runStore.list()) {
    const bytes = LEFT_OUT.includes(file) ? undefined : await runStore.read(file);
    if (bytes) await zip.add(file, new Uint8ArrayReader(bytes));
  }
  return new Uint8Array(await zip.close());
};
