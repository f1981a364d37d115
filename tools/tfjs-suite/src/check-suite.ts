import { compareReports, type SuiteCheck } from './compare-reports.ts';
import { knownMistakes } from './known-mistakes.ts';
import { runSuite } from './run-suite.ts';

/** Runs tfjs-core's tests on cpu, on wasm, and on wasm with us, and compares. */
export async function checkSuite(): Promise<SuiteCheck> {
  const [cpu, wasm, ours] = await runSuite(['cpu', 'wasm', 'wasm with ours']);
  return compareReports([cpu, wasm, ours], knownMistakes);
}
