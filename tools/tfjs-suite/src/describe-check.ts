import type { SuiteCheck } from './compare-reports.ts';

/** What the command prints, and whether it fails. */
export interface CheckText {
  lines: string[];
  /** What is wrong. The command fails where there is any. */
  errors: string[];
}

/** A check in words. */
export function describeCheck({
  tests,
  passed,
  mended,
  missingKernels,
  regressions,
  unseen,
}: SuiteCheck): CheckText {
  return {
    lines: [
      ...Object.entries(passed).map(
        ([backend, count]) =>
          `${backend}: ${count} of ${tests[backend as keyof typeof tests]} of tfjs-core's tests pass`,
      ),
      `${mended.length} fail on wasm and pass with ours`,
      `kernels that cpu has and wasm has not: ${missingKernels.join(', ')}`,
    ],
    errors: [
      ...regressions.map(
        ({ name, message }) => `passed before and fails after: ${name}\n  ${message}`,
      ),
      ...unseen.map((name) => `src/known-mistakes.ts: this test no longer fails: ${name}`),
    ],
  };
}
