import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runProgram } from './run-program.ts';
import type { SuiteReport } from './suite-report.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'run-program-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function programOf(text: string): string {
  const file = join(folder, 'program.mjs');
  writeFileSync(file, text);
  return file;
}

test('the program is told its backend and where its files are, and its report is read', async () => {
  const program = programOf(`
    import { writeFileSync } from 'node:fs';
    const { SUITE_BACKEND, SUITE_REPORT, SUITE_WASM } = process.env;
    const kernelNames = [SUITE_BACKEND, SUITE_WASM];
    writeFileSync(SUITE_REPORT, JSON.stringify({ kernelNames, tests: [] }));
  `);
  const report: SuiteReport = await runProgram(program, 'wasm with ours', folder);
  const [backend, wasm] = report.kernelNames;
  expect(backend).toBe('wasm with ours');
  expect(existsSync(join(wasm, 'tfjs-backend-wasm.wasm'))).toBe(true);
  expect(report.tests).toEqual([]);
});

test('a program that fails is an error, even when there is a report', async () => {
  const program = programOf(`console.error('no such kernel'); process.exit(3);`);
  writeFileSync(join(folder, 'report.json'), '{}');
  await expect(runProgram(program, 'cpu', folder)).rejects.toThrow(
    "tfjs' tests on cpu ended with 3\nno such kernel",
  );
});
