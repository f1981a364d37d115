/**
 * `node --conditions=@ser/source benchmarks/src/large-table.ts CLIPS…`: what `ser train` takes on
 * tables of [160, 64] frames that no clip stands behind, with their rows in memory and in a file.
 */
import { spawnSync } from 'node:child_process';
import { type FileHandle, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTableWriter, extractorOf, type GradientRecipe, RECIPES } from '@ser/experiment';
import { EMOTIONS } from '@ser/ravdess';
import { printTable } from './measure.ts';

const SER = fileURLToPath(new URL('../../packages/cli/src/main.ts', import.meta.url));
const PRINT_PEAK = `data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => console.error("peak", process.resourceUsage().maxRSS));',
)}`;

/** The recipe `frames` with few filters, so that reading is not lost in training. */
const frames = RECIPES.get('frames') as GradientRecipe;
const recipe: GradientRecipe = {
  ...frames,
  name: 'tiny-frames',
  model: { kind: 'frames', filters: 4, dilations: [1] },
  fit: { ...frames.fit, averageWeights: null },
};

const folder = await mkdtemp(join(tmpdir(), 'large-table-'));
try {
  await writeFile(join(folder, 'tiny.json'), JSON.stringify(recipe));
  const lines = [['clips', 'numbers', 'rows in', 'peak of memory', 'time', 'weights']];
  for (const clips of process.argv.slice(2).map(Number)) {
    const file = await open(join(folder, 'table.parquet'), 'w');
    await writeTable(file, clips);
    await file.close();
    const megabytes = `${Math.round((clips * 160 * 64 * 4) / 1e6)} MB`;
    for (const [where, budget] of [
      ['memory', '64G'],
      ['a file', '0'],
    ]) {
      const { peak, seconds, weights } = await train(`${clips}-${budget}`, budget);
      lines.push([`${clips}`, megabytes, where, `${peak} MB`, `${seconds} s`, weights.slice(0, 8)]);
    }
  }
  printTable(lines);
} finally {
  await rm(folder, { recursive: true });
}

async function writeTable(file: FileHandle, clips: number): Promise<void> {
  const write = async (bytes: Uint8Array): Promise<void> => void (await file.write(bytes));
  const writer = createTableWriter(
    { write },
    { extractor: extractorOf(recipe), labels: [...EMOTIONS] },
  );
  for (let i = 0; i < clips; i++) {
    const label = EMOTIONS[i % EMOTIONS.length];
    const speaker = String(1 + (i % 24)).padStart(2, '0');
    const row = { clip: `clip${i}`, label, speaker, condition: 'speech', variant: 'original' };
    // Noise of 12 bits, which compresses as features do, about the number of the label.
    const x = new Float32Array(160 * 64);
    let state = i + 1;
    for (let j = 0; j < x.length; j++) {
      state = Math.imul(state, 1664525) + 1013904223;
      x[j] = (i % EMOTIONS.length) + (state >>> 20) / 256;
    }
    await writer.add({ rows: [row], x });
  }
  await writer.close();
}

async function train(
  name: string,
  budget: string,
): Promise<{ peak: number; seconds: string; weights: string }> {
  const args = ['train', '--data', 'table.parquet', '--recipe', 'tiny.json', '--epochs', '1'];
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', PRINT_PEAK, '--conditions=@ser/source', SER, ...args, '--out', name],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, SER_TABLE_MEMORY: budget } },
  );
  if (status !== 0) throw new Error(stderr);
  const peak = Math.round(Number(/peak (\d+)/.exec(stderr)?.[1]) / 1000);
  const { weightsSha256 } = JSON.parse(await readFile(join(folder, name, 'metrics.json'), 'utf8'));
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  return { peak, seconds, weights: weightsSha256 };
}
