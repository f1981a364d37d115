import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { runProgram } from './run-program.ts';
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
    for (const backend of backends) reports.push(await runProgram(program, backend, folder));
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
