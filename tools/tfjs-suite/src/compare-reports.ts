import { findRegressions, type Regression } from './find-regressions.ts';
import type { KnownMistake } from './known-mistakes.ts';
import type { SuiteReport } from './suite-report.ts';

/** What `enableWasmTraining` does to tfjs' own tests. */
export interface SuiteCheck {
  /** Tests that there are, by backend. */
  tests: Record<'cpu' | 'wasm' | 'wasm with ours', number>;
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

/** Compares tfjs-core's tests on cpu, on wasm, and on wasm with us. */
export function compareReports(
  [cpu, wasm, ours]: [cpu: SuiteReport, wasm: SuiteReport, ours: SuiteReport],
  knownMistakes: readonly KnownMistake[],
): SuiteCheck {
  const found = findRegressions(wasm, ours);
  const known = new Set(knownMistakes.map(({ name }) => name));
  const names = new Set(found.map(({ name }) => name));
  const passed = ({ tests }: SuiteReport): number =>
    tests.filter(({ status }) => status === 'passed').length;
  return {
    tests: {
      cpu: cpu.tests.length,
      wasm: wasm.tests.length,
      'wasm with ours': ours.tests.length,
    },
    passed: { cpu: passed(cpu), wasm: passed(wasm), 'wasm with ours': passed(ours) },
    regressions: found.filter(({ name }) => !known.has(name)),
    unseen: [...known].filter((name) => !names.has(name)),
    mended: findRegressions(ours, wasm).map(({ name }) => name),
    missingKernels: cpu.kernelNames.filter((name) => !ours.kernelNames.includes(name)).sort(),
  };
}
