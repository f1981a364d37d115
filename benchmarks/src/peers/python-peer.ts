import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Side } from '../work/work.ts';

/** What serve.py answers. */
interface Answer {
  milliseconds?: number;
  missing?: string;
  versions?: Record<string, string>;
}

/** A script of this folder in a Python that stays, asked for one row at a time. */
export interface PythonPeer {
  /** The row of that name in the script's `ROWS`. */
  side(row: string): Side;
  /** Versions of the distributions that the script names, those that are installed. */
  versions(): Promise<Record<string, string>>;
  close(): void;
}

/**
 * Starts when it is first asked. `PYTHON` names another interpreter than `python3`.
 *
 * @param signals Samples by name, which the script reads as float32.
 * @param environment What it finds in its environment besides ours.
 */
export function pythonPeer(
  script: string,
  signals: Readonly<Record<string, Float32Array>> = {},
  environment: Readonly<Record<string, string>> = {},
): PythonPeer {
  let started: ChildProcess | undefined;
  let folder: string | undefined;
  let failed: string | undefined;
  const waiting: ((answer: Answer) => void)[] = [];

  const start = (): ChildProcess => {
    folder = mkdtempSync(join(tmpdir(), 'ser-bench-'));
    for (const [name, samples] of Object.entries(signals)) {
      writeFileSync(join(folder, `${name}.f32`), samples);
    }
    const server = fileURLToPath(new URL('./serve.py', import.meta.url));
    const child = spawn(process.env.PYTHON ?? 'python3', [server, script, folder], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
    });
    let complaint = '';
    child.stderr.on('data', (chunk) => {
      complaint = `${complaint}${chunk}`.slice(-2000);
    });
    const fail = (reason: string): void => {
      failed = reason;
      for (const answer of waiting.splice(0)) answer({ missing: reason });
    };
    child.on('error', (error) => fail(error.message));
    child.on('close', () => fail(complaint.trim().split('\n').at(-1) || 'Python ended'));
    child.stdin.on('error', () => {});
    createInterface({ input: child.stdout }).on('line', (line) =>
      waiting.shift()?.(JSON.parse(line) as Answer),
    );
    return child;
  };
  const ask = (question: object): Promise<Answer> =>
    new Promise((resolve) => {
      if (failed) return resolve({ missing: failed });
      waiting.push(resolve);
      started ??= start();
      started.stdin?.write(`${JSON.stringify(question)}\n`);
    });

  return {
    side: (row) => async (budget) => {
      const { milliseconds, missing } = await ask({ row, budget });
      if (milliseconds === undefined) throw new Error(missing);
      return milliseconds;
    },
    versions: async () => (await ask({ versions: true })).versions ?? {},
    close: () => {
      started?.stdin?.end();
      if (folder) rmSync(folder, { recursive: true });
    },
  };
}
