import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import type { SuiteBackend, SuiteReport } from './suite-report.ts';

/**
 * Runs tfjs-core's own tests on each of the backends, one after the other, each in a process of its
 * own. The tests are written for bundlers, so they are bundled first.
 */
export async function runSuite(backends: SuiteBackend[]): Promise<SuiteReport[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tfjs-suite-'));
  try {
    const program = join(folder, 'suite.mjs');
    await bundleTo(program);
    const reports: SuiteReport[] = [];
    for (const backend of backends) reports.push(await runOn(backend, program, folder));
    return reports;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bundleTo(file: string): Promise<void> {
  const bundle = await rolldown({
    input: fileURLToPath(new URL('suite/suite.ts', import.meta.url)),
    platform: 'node',
    resolve: {
      conditionNames: ['@ser/source', 'module', 'node', 'import', 'default'],
      mainFields: ['module', 'main'],
    },
    // Tests and kernels are imported for what they do.
    treeshake: false,
    logLevel: 'silent',
  });
  await bundle.write({
    file,
    format: 'esm',
    codeSplitting: false,
    banner: 'const __filename = import.meta.filename, __dirname = import.meta.dirname;',
  });
  await bundle.close();
}

async function runOn(backend: SuiteBackend, program: string, folder: string): Promise<SuiteReport> {
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
