import { findRegressions, type Regression } from './find-regressions.ts';
import { knownMistakes } from './known-mistakes.ts';
import { runSuite } from './run-suite.ts';
import type { SuiteReport } from './suite-report.ts';

/** What `enableWasmTraining` does to tfjs' own tests. */
export interface SuiteCheck {
  /** Tests that pass, by backend. */
  passed: Record<'cpu' | 'wasm' | 'wasm with ours', number>;
  /** What passed before and fails after, but for tfjs' own mistakes. There must be none. */
  regressions: Regression[];
  /** Mistakes that are known and no longer seen: the list must lose them. There must be none. */
  unseen: string[];
  /** What fails on wasm as it is and passes with us. */
  mended: string[];
  /** Kernels that the cpu backend has and wasm, even with us, has not. */
  missingKernels: string[];
}

/** Runs tfjs-core's tests on cpu, on wasm, and on wasm with us, and compares. */
export async function checkSuite(): Promise<SuiteCheck> {
  const [cpu, wasm, ours] = await runSuite(['cpu', 'wasm', 'wasm with ours']);
  const found = findRegressions(wasm, ours);
  const known = new Set(knownMistakes.map(({ name }) => name));
  const names = new Set(found.map(({ name }) => name));
  const passed = ({ tests }: SuiteReport): number =>
    tests.filter(({ status }) => status === 'passed').length;
  return {
    passed: { cpu: passed(cpu), wasm: passed(wasm), 'wasm with ours': passed(ours) },
    regressions: found.filter(({ name }) => !known.has(name)),
    unseen: [...known].filter((name) => !names.has(name)),
    mended: findRegressions(ours, wasm).map(({ name }) => name),
    missingKernels: cpu.kernelNames.filter((name) => !ours.kernelNames.includes(name)).sort(),
  };
}
