import { expect, test } from 'vitest';
import { compareReports } from './compare-reports.ts';
import type { SuiteReport } from './suite-report.ts';

type Status = SuiteReport['tests'][number]['status'];

const report = (tests: Record<string, Status>, kernelNames: string[] = []): SuiteReport => ({
  kernelNames,
  tests: Object.entries(tests).map(([name, status]) => ({ name, status, message: status })),
});
const mistakes = (...names: string[]) => names.map((name) => ({ name, proof: '' }));

const cpu = report({ a: 'passed', b: 'passed', c: 'passed', d: 'passed' }, ['Z', 'Add', 'FFT']);
const wasm = report({ a: 'passed', b: 'passed', c: 'failed', d: 'excluded' }, ['Add']);

test('tests and those that passed are counted for each backend', () => {
  const ours = report({ a: 'passed', b: 'failed', c: 'passed', d: 'pending' });
  const { tests, passed } = compareReports([cpu, wasm, ours], []);
  expect(tests).toEqual({ cpu: 4, wasm: 4, 'wasm with ours': 4 });
  expect(passed).toEqual({ cpu: 4, wasm: 2, 'wasm with ours': 2 });
});

test('what passed on wasm and fails with ours is a regression, unless it is a known mistake', () => {
  const ours = report({ a: 'failed', b: 'failed', c: 'failed' });
  const { regressions, unseen } = compareReports([cpu, wasm, ours], mistakes('b'));
  expect(regressions).toEqual([{ name: 'a', message: 'failed' }]);
  expect(unseen).toEqual([]);
});

test('what no longer runs is a regression', () => {
  const ours = report({ a: 'excluded' });
  const { regressions } = compareReports([cpu, wasm, ours], []);
  expect(regressions).toEqual([
    { name: 'a', message: 'excluded' },
    { name: 'b', message: 'did not run' },
  ]);
});

test.each([
  ['passes', report({ a: 'passed', b: 'passed' }), wasm],
  ['has never passed', report({ b: 'failed' }), report({ b: 'failed' })],
])('a known mistake that %s is to be forgotten', (_, ours, before) => {
  expect(compareReports([cpu, before, ours], mistakes('b')).unseen).toEqual(['b']);
});

test('what failed on wasm and passes with ours is mended', () => {
  const ours = report({ a: 'passed', b: 'failed', c: 'passed', d: 'passed' });
  // `d` did not run before.
  expect(compareReports([cpu, wasm, ours], []).mended).toEqual(['c', 'd']);
});

test('kernels of cpu that wasm lacks with ours are listed in their order', () => {
  const ours = report({}, ['Add', 'Other']);
  expect(compareReports([cpu, wasm, ours], []).missingKernels).toEqual(['FFT', 'Z']);
});
