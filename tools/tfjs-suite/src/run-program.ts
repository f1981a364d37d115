import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SuiteBackend, SuiteReport } from './suite-report.ts';

/**
 * Runs the program of tfjs' tests on a backend, in a process of its own.
 *
 * @param folder Where it writes its report.
 * @throws When the program fails.
 */
export async function runProgram(
  program: string,
  backend: SuiteBackend,
  folder: string,
): Promise<SuiteReport> {
  const wasm = import.meta.resolve('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm');
  const report = join(folder, 'report.json');
  const child = spawn(process.execPath, ['--no-warnings', program], {
    // tfjs' tests print what they measure.
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      SUITE_BACKEND: backend,
      SUITE_REPORT: report,
      SUITE_WASM: fileURLToPath(new URL('./', wasm)),
    },
  });
  let errors = '';
  child.stderr.on('data', (text) => {
    errors += text;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`tfjs' tests on ${backend} ended with ${code}\n${errors}`);
  return JSON.parse(readFileSync(report, 'utf8'));
}
