import { expect, test } from 'vitest';
import { checkSuite } from './check-suite.ts';

// A quarter of a minute of processor time, and far longer on a busy machine.
test("what passes of tfjs' own tests on wasm passes with enableWasmTraining", async () => {
  const { passed, regressions, unseen } = await checkSuite();
  expect(regressions).toEqual([]);
  expect(unseen).toEqual([]);
  expect(passed['wasm with ours']).toBeGreaterThan(passed.wasm);
}, 1_200_000);
