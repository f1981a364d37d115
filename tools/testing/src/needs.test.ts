import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const vitest = fileURLToPath(new URL('vitest.mjs', import.meta.resolve('vitest/package.json')));
/** A package whose tests are skipped. It lies outside of `src`, where this package's tests do. */
const cwd = fileURLToPath(new URL('../examples', import.meta.url));

function run(file: string) {
  const args = [vitest, 'run', '--config', '../../../vitest.config.ts', file];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('tests that are not run', () => {
  test('are counted under their reason, alone, in blocks, of tables, and from within', () => {
    const { status, stdout } = run('skipped-with-reason');
    expect(stdout).toContain('Not run: 4 tests: the moon is down.');
    expect(stdout).toContain('Not run: 1 test: it is late.');
    expect(status).toBe(0);
  });

  test('fail the run when they give none', () => {
    const { status, stderr } = run('skipped-in-silence');
    expect(stderr).toMatch(/Skipped without a reason .*\n {2}.*skipped-in-silence.*: who knows\n/);
    expect(status).toBe(1);
  });
});
