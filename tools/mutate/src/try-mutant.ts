import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { modulesOf } from './modules-of.ts';
import { applied, type Mutant } from './mutant.ts';
import { runVitest } from './run-vitest.ts';
import { testsOf } from './tests-of.ts';

export interface Verdict {
  readonly mutant: Mutant;
  readonly outcome: 'killed' | 'survived' | 'timed out';
  /** The test file that noticed it. */
  readonly by?: string;
}

/** The nearest tests run first, in a process of few files; most mistakes end there. */
const PORTIONS = [2, 8, Number.POSITIVE_INFINITY];

/**
 * Puts a mistake into its file, runs the tests, and takes it out again.
 *
 * @param times Milliseconds that each test file takes without a mistake, by its path.
 */
export async function tryMutant(
  mutant: Mutant,
  folder: string,
  root: string,
  times: ReadonlyMap<string, number>,
  signal: AbortSignal,
): Promise<Verdict> {
  const file = join(folder, mutant.file);
  const text = await readFile(file, 'utf8');
  const tests = testsOf(file, await modulesOf(folder)).filter((test) => times.has(test));
  await writeFile(file, applied(text, mutant));
  try {
    let from = 0;
    for (const upTo of PORTIONS) {
      const portion = tests.slice(from, upTo);
      from = upTo;
      if (portion.length === 0) continue;
      const usual = portion.reduce((sum, test) => sum + (times.get(test) ?? 0), 0);
      const limit = 60_000 + 10 * usual;
      const { outcome, by } = await runVitest(folder, root, portion, { limit, signal });
      if (outcome === 'timed out') return { mutant, outcome };
      if (outcome === 'failed') return { mutant, outcome: 'killed', ...(by && { by }) };
    }
    return { mutant, outcome: 'survived' };
  } finally {
    await writeFile(file, text);
  }
}
