import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkSuite } from './check-suite.ts';
import type { SuiteCheck } from './compare-reports.ts';

const readme = readFileSync(
  new URL('../../../packages/wasm-training/README.md', import.meta.url),
  'utf8',
);

// A quarter of a minute of processor time, and far longer on a busy machine.
describe("tfjs' own tests", () => {
  let check: SuiteCheck;
  beforeAll(async () => {
    check = await checkSuite();
  }, 1_200_000);

  test('pass with enableWasmTraining where they pass on wasm, but for the known mistakes', () => {
    expect(check.regressions).toEqual([]);
    expect(check.unseen).toEqual([]);
  });

  test('are as many as the README of the package says, and so are those that pass', () => {
    const { tests, passed } = check;
    const said = /of ([\d,]+), ([\d,]+) pass on wasm as it is and ([\d,]+) with/.exec(readme) ?? [];
    const counts = said.slice(1).map((digits) => Number(digits.replaceAll(',', '')));
    expect([tests.wasm, passed.wasm, passed['wasm with ours']]).toEqual(counts);
    expect(tests['wasm with ours']).toBe(tests.wasm);
  });

  test('pass on cpu, all that are not pending: what runs there are the tests themselves', () => {
    expect({ tests: check.tests.cpu, passed: check.passed.cpu }).toEqual({
      tests: 4232,
      passed: 4227,
    });
  });

  test('mend hundreds, among them the gradients of convolutions', () => {
    expect(check.mended.length).toBe(check.passed['wasm with ours'] - check.passed.wasm + 2);
    expect(check.mended).toContain('conv2d: gradient x=[2,3,3,1] f=[2,2,1,1] s=1 p=0');
  });

  test('find the kernels that the README names as missing', () => {
    expect(check.missingKernels).toEqual(
      expect.arrayContaining(['Complex', 'ComplexAbs', 'FFT', 'IFFT', 'Imag', 'Real']),
    );
    expect(check.missingKernels).not.toContain('Conv2DBackpropFilter');
  });
});
