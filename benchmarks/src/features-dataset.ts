import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { presets } from '@ser/features';
import { extractAll } from '@ser/features/node';

const WORKERS = 2;

/**
 * A folder of clips, read, decoded, resampled and extracted by two workers, beside librosa with two
 * processes. `RAVDESS` names the folder and `PYTHON` a Python with librosa.
 */
export async function featuresDataset(): Promise<void> {
  const folder = process.env.RAVDESS;
  if (!folder) {
    console.log('not measured: RAVDESS names no folder of WAVs');
    return;
  }
  const clips = globSync(`${folder}/**/[!.]*.wav`).map((file) => ({ id: basename(file), file }));
  const decoder = import.meta.resolve('@ser/corpus');
  // Both find the files in memory: who reads first would wait for the disk, and the other not.
  for (const { file } of clips) readFileSync(file);
  let failed = 0;
  const start = performance.now();
  for await (const { error } of extractAll(clips, presets.summary162, {
    workers: WORKERS,
    decoder,
  })) {
    if (error) failed++;
  }
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `@ser/features, ${WORKERS} workers: ` +
      `${clips.length} clips in ${seconds.toFixed(1)} s, ${failed} failed`,
  );
  const script = fileURLToPath(new URL('./peers/dataset.py', import.meta.url));
  try {
    const { stdout } = await promisify(execFile)(process.env.PYTHON ?? 'python3', [
      script,
      folder,
      String(WORKERS),
    ]);
    const [theirs, count, unread] = stdout.trim().split(' ').map(Number);
    console.log(
      `librosa, ${WORKERS} processes: ${count} clips in ${theirs.toFixed(1)} s, ${unread} failed`,
    );
    console.log(`ratio: ${(theirs / seconds).toFixed(2)}`);
  } catch (error) {
    console.log(`librosa not measured: ${error instanceof Error ? error.message : error}`);
  }
}
