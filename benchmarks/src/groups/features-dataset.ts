import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type ExtractorConfig, FUNCTIONALS_VARIANTS, presets } from '@ser/features';
import { type ExtractAllOptions, extractAll } from '@ser/features/node';
import { pythonPeer } from '../peers/python-peer.ts';
import type { Group, Side } from '../work/work.ts';

/** The clips of four actors of RAVDESS, speech and song. */
const CLIPS = 416;
/** With variants a clip costs forty times as much. */
const FEWER = 60;

/** A folder of clips, read, decoded, resampled and extracted. */
export function featuresDataset(): Group {
  const { RAVDESS: folder } = process.env;
  const files = folder ? globSync(`${folder}/**/[!.]*.wav`).sort() : [];
  const python = pythonPeer('dataset', {}, { BENCH_CLIPS: String(CLIPS) });
  const summaries = (workers: number): Side =>
    folder ? extract(files.slice(0, CLIPS), presets.summary162, { workers }) : unnamed;
  const varied = (workers: number): Side => {
    const options = { workers, variants: FUNCTIONALS_VARIANTS };
    return folder ? extract(files.slice(0, FEWER), presets.functionals, options) : unnamed;
  };
  return {
    heading: 'A folder of clips',
    about: `The first ${CLIPS} clips of RAVDESS to \`summary162\`; the first ${FEWER} to \`functionals\` in 13 variants, as \`ser train --data\` takes them. The librosa beside it runs in as many processes as we have workers.`,
    rounds: 2,
    budget: 1,
    works: [
      ...[1, 2].map((workers) => ({
        name: `extractAll, ${workers} ${workers === 1 ? 'worker' : 'workers'}`,
        prepare: () => ({
          ours: summaries(workers),
          peers: { librosa: python.side(String(workers)) },
        }),
      })),
      {
        name: 'with variants, 2 workers',
        prepare: () => ({ ours: varied(2), peers: { 'the same, 1 worker': varied(1) } }),
      },
    ],
    versions: python.versions,
    close: python.close,
  };
}

function unnamed(): Promise<number> {
  return Promise.reject(new Error('RAVDESS names no folder of WAVs'));
}

function extract(
  files: readonly string[],
  config: ExtractorConfig,
  options: Pick<ExtractAllOptions, 'workers' | 'variants'>,
): Side {
  const clips = files.map((file) => ({ id: basename(file), file }));
  const decoder = import.meta.resolve('@ser/corpus');
  return async () => {
    // Both sides find the files in memory: who reads first would wait for the disk.
    for (const file of files) readFileSync(file);
    const start = performance.now();
    for await (const { error } of extractAll(clips, config, { ...options, decoder })) {
      if (error) throw error;
    }
    return performance.now() - start;
  };
}
