import { expect, test } from 'vitest';
import { findRegressions } from './find-regressions.ts';
import type { SuiteReport } from './suite-report.ts';

const report = (...statuses: [name: string, status: 'passed' | 'failed'][]): SuiteReport => ({
  kernelNames: [],
  tests: statuses.map(([name, status]) => ({ name, status, message: `${name} ${status}` })),
});

test('what passed and fails is a regression, and what failed is none', () => {
  const before = report(['a', 'passed'], ['b', 'failed'], ['c', 'passed']);
  const after = report(['a', 'failed'], ['b', 'failed'], ['c', 'passed']);
  expect(findRegressions(before, after)).toEqual([{ name: 'a', message: 'a failed' }]);
});

test('so is what no longer runs', () => {
  expect(findRegressions(report(['a', 'passed']), report())).toEqual([
    { name: 'a', message: 'did not run' },
  ]);
});

test('tests of one name are compared in their order', () => {
  const before = report(['a', 'passed'], ['a', 'passed']);
  const after = report(['a', 'passed'], ['a', 'failed']);
  expect(findRegressions(before, after)).toEqual([{ name: 'a #2', message: 'a failed' }]);
});
