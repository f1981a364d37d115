import type { Reporter, TestCase, TestModule, TestSuite } from 'vitest/node';
import { NOT_RUN } from './needs.ts';

/**
 * Says after a run which tests were skipped and why, one line a reason. A test that was skipped
 * without a reason fails the run.
 */
export default class SkipsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts = new Map<string, number>();
    const silent: string[] = [];
    for (const module of modules)
      for (const test of module.children.allTests('skipped')) {
        const reason = reasonOf(test);
        if (reason === undefined) silent.push(`${module.relativeModuleId}: ${test.fullName}`);
        else counts.set(reason, (counts.get(reason) ?? 0) + 1);
      }
    for (const [reason, count] of counts)
      process.stdout.write(`\nNot run: ${count} ${count === 1 ? 'test' : 'tests'}: ${reason}.\n`);
    if (silent.length === 0) return;
    process.exitCode = 1;
    process.stderr.write(
      `\nSkipped without a reason (use describeWith or testWith of @ser/testing, or ` +
        `skip(REASON) of the test's context):\n${silent.map((name) => `  ${name}\n`).join('')}`,
    );
  }
}

function reasonOf(test: TestCase): string | undefined {
  const result = test.result();
  if (result.state === 'skipped' && result.note) return result.note;
  for (
    let item: TestCase | TestSuite | TestModule = test;
    item.type !== 'module';
    item = item.parent
  ) {
    const [, reason] = NOT_RUN.exec(item.name) ?? [];
    if (reason) return reason;
  }
  return undefined;
}
