import { expect, test } from 'vitest';
import type { SuiteCheck } from './compare-reports.ts';
import { describeCheck } from './describe-check.ts';

const check: SuiteCheck = {
  tests: { cpu: 12, wasm: 11, 'wasm with ours': 10 },
  passed: { cpu: 9, wasm: 7, 'wasm with ours': 8 },
  regressions: [],
  unseen: [],
  mended: ['a', 'b'],
  missingKernels: ['FFT', 'IFFT'],
};

test('the counts and the missing kernels are said', () => {
  expect(describeCheck(check)).toEqual({
    lines: [
      "cpu: 9 of 12 of tfjs-core's tests pass",
      "wasm: 7 of 11 of tfjs-core's tests pass",
      "wasm with ours: 8 of 10 of tfjs-core's tests pass",
      '2 fail on wasm and pass with ours',
      'kernels that cpu has and wasm has not: FFT, IFFT',
    ],
    errors: [],
  });
});

test('a regression is an error, and so is a known mistake that no longer fails', () => {
  const regressions = [{ name: 'c', message: 'c failed' }];
  expect(describeCheck({ ...check, regressions, unseen: ['d'] }).errors).toEqual([
    'passed before and fails after: c\n  c failed',
    'src/known-mistakes.ts: this test no longer fails: d',
  ]);
});
