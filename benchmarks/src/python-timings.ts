import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Timing } from './measure.ts';

/** What a script of src/peers prints, or why there is nothing. */
export async function pythonTimings(
  name: string,
  ...signals: Float32Array[]
): Promise<Record<string, Timing> | string> {
  const folder = await mkdtemp(join(tmpdir(), 'ser-bench-'));
  try {
    const file = join(folder, 'samples.f32');
    await writeFile(file, Buffer.concat(signals.map((signal) => Buffer.from(signal.buffer))));
    const script = fileURLToPath(new URL(`./peers/${name}`, import.meta.url));
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
