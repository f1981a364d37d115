import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';

export interface VitestRun {
  readonly outcome: 'passed' | 'failed' | 'timed out';
  /** The test file that failed first, from the package's folder. */
  readonly by?: string;
  /** Milliseconds that each test file took, by its absolute path. */
  readonly times: ReadonlyMap<string, number>;
}

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
    readonly startTime: number;
    readonly endTime: number;
  }[];
}

/**
 * Runs tests of a package, in a process of their own, until the first one fails.
 *
 * @param folder The package's folder in a copy of the checkout.
 * @param root The copy's folder.
 * @param tests Absolute paths.
 * @param limit Milliseconds after which all of it is killed: a mistake may never end.
 */
export async function runVitest(
  folder: string,
  root: string,
  tests: readonly string[],
  { limit, signal }: { limit: number; signal: AbortSignal },
): Promise<VitestRun> {
  const report = join(folder, 'mutate-report.json');
  await rm(report, { force: true });
  const args = ['run', '--config', relative(folder, join(root, 'vitest.config.ts')), '--bail=1'];
  args.push('--reporter=json', `--outputFile=${report}`, ...tests.map((t) => relative(folder, t)));
  // A group of its own, so that what the tests start ends with them.
  const child = spawn(join(root, 'node_modules/.bin/vitest'), args, {
    cwd: folder,
    stdio: 'ignore',
    detached: true,
  });
  const kill = () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  signal.addEventListener('abort', kill);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    kill();
  }, limit);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  clearTimeout(timer);
  signal.removeEventListener('abort', kill);
  signal.throwIfAborted();
  if (late) return { outcome: 'timed out', times: new Map() };
  const { testResults }: Report = await readFile(report, 'utf8').then(JSON.parse, () => ({
    testResults: [],
  }));
  const failed = testResults.filter(({ status }) => status === 'failed');
  // Files that were not reached count as failed too; none of their tests does.
  const isOwn = ({ assertionResults }: Report['testResults'][number]): boolean =>
    assertionResults.some(({ status }) => status === 'failed');
  const by = (failed.find(isOwn) ?? failed[0])?.name;
  return {
    outcome: code === 0 ? 'passed' : 'failed',
    ...(by !== undefined && { by: relative(folder, by) }),
    times: new Map(testResults.map((file) => [file.name, file.endTime - file.startTime])),
  };
}
