import type { SuiteReport } from './suite-report.ts';

/** A test that passes on tfjs' wasm backend, and fails there with `enableWasmTraining`. */
export interface Regression {
  name: string;
  message: string;
}

/** What passed before and fails after. A name that several tests have counts with its number. */
export function findRegressions(before: SuiteReport, after: SuiteReport): Regression[] {
  const now = byName(after);
  return [...byName(before)].flatMap(([name, { status }]) => {
    const test = now.get(name);
    if (status !== 'passed' || test?.status === 'passed') return [];
    return [{ name, message: test?.message ?? 'did not run' }];
  });
}

function byName({ tests }: SuiteReport): Map<string, SuiteReport['tests'][number]> {
  const named = new Map<string, SuiteReport['tests'][number]>();
  for (const test of tests) {
    let name = test.name;
    for (let i = 2; named.has(name); i++) name = `${test.name} #${i}`;
    named.set(name, test);
  }
  return named;
}
