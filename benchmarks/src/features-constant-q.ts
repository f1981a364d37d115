import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromaCqt, cqt, hybridCqt, tonnetz, vqt } from '@ser/features';
import { formatTime, measure, printTable, type Timing } from './measure.ts';

const RATE = 22050;
const SECONDS = 3;
const REPEATS = 200;

/**
 * Constant-Q transforms of a clip of 3 seconds on one thread, beside librosa on the same samples.
 * `PYTHON` names a Python with librosa.
 */
export async function constantQ(): Promise<void> {
  const clip = harmonics();
  const options = { sampleRate: RATE };
  const calls: Record<string, () => unknown> = {
    cqt: () => cqt(clip, options),
    vqt: () => vqt(clip, options),
    hybridCqt: () => hybridCqt(clip, options),
    chromaCqt: () => chromaCqt(clip, options),
    tonnetz: () => tonnetz(clip, options),
  };
  const peer = await librosaTimings(clip);
  const rows: string[][] = [];
  for (const [name, call] of Object.entries(calls)) {
    const mine = await measure(call, { repeats: REPEATS, warmUps: 30 });
    const theirs = typeof peer === 'string' ? undefined : peer[name];
    rows.push([
      name,
      formatTime(mine.minimum),
      formatTime(mine.median),
      ...(theirs
        ? [theirs.minimum, theirs.median].map(formatTime)
        : [typeof peer === 'string' ? peer : '', '']),
      theirs ? (theirs.minimum / mine.minimum).toFixed(2) : '',
      theirs ? (theirs.median / mine.median).toFixed(2) : '',
    ]);
  }
  const head = ['minimum', 'median', 'librosa: minimum', 'median', '× minimum', '× median'];
  printTable([['one thread', ...head], ...rows]);
}

/** A gliding harmonic tone with pauses. */
function harmonics(): Float32Array {
  return Float32Array.from({ length: SECONDS * RATE }, (_, i) => {
    const t = i / RATE;
    const phase = 2 * Math.PI * (120 * t + 20 * Math.sin(3 * t));
    let tone = 0;
    for (let k = 1; k <= 12; k++) tone += Math.sin(k * phase) / k;
    return 0.2 * Math.max(0.001, Math.sin(5 * t)) * tone;
  });
}

/** What src/peers/constant_q.py prints, or why there is nothing. */
async function librosaTimings(clip: Float32Array): Promise<Record<string, Timing> | string> {
  const folder = await mkdtemp(join(tmpdir(), 'ser-bench-'));
  try {
    const file = join(folder, 'samples.f32');
    await writeFile(file, Buffer.from(clip.buffer));
    const script = fileURLToPath(new URL('./peers/constant_q.py', import.meta.url));
    const python = process.env.PYTHON ?? 'python3';
    const { stdout } = await promisify(execFile)(python, [script, file]);
    return JSON.parse(stdout) as Record<string, Timing>;
  } catch (error) {
    const reason = error instanceof Error ? error.message.trim().split('\n').at(-1) : error;
    return `not measured: ${reason}`;
  } finally {
    await rm(folder, { recursive: true });
  }
}
