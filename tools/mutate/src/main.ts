import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { availableParallelism, setPriority } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { described, equivalentsOf, isListed } from './equivalent.ts';
import { isPublished, modulesOf } from './modules-of.ts';
import { lineOf, type Mutant } from './mutant.ts';
import { mistakesOf } from './mutators/mistakes-of.ts';
import { report } from './report.ts';
import { runVitest } from './run-vitest.ts';
import { sample } from './sample.ts';
import { scratchCopy } from './scratch-copy.ts';
import { tryMutant, type Verdict } from './try-mutant.ts';

const HELP = `Usage: npx -y pnpm@12 mutate PACKAGE [FILE…] [options]

Puts small mistakes into the sources of packages/PACKAGE (or of the FILEs alone, as src/…), one at a
time, in copies of the checkout, and runs the package's tests: a mistake that no test notices
"survives". Ctrl-C prints the score so far.

Options:
  --sample N   tries N mistakes, drawn by the seed (default: all, which takes hours)
  --seed S     another draw (default: 1)
  --jobs J     copies at work (default: one a core)
  --list       prints the mistakes and tries none
  --help       this text

Survivors are written to tools/mutate/reports/PACKAGE.json. Answer each with a test, or, where the
mistake changes nothing that anybody can observe, with its entry and a reason in
tools/mutate/equivalent/PACKAGE.json.
`;

const CHECKOUT = fileURLToPath(new URL('../../..', import.meta.url));

class UsageError extends Error {}

const aborted = new AbortController();
process.once('SIGINT', () => aborted.abort(new Error('interrupted')));
process.once('SIGTERM', () => aborted.abort(new Error('interrupted')));
try {
  await main();
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`error: ${message}\n`);
  process.exitCode = aborted.signal.aborted ? 130 : error instanceof UsageError ? 2 : 1;
}

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  if (values.help) return void process.stdout.write(HELP);
  const [name, ...chosen] = positionals;
  const inner = ['packages', 'tools'].map((room) => join(room, name ?? '.'));
  const member = inner.find((path) => name && existsSync(join(CHECKOUT, path, 'package.json')));
  if (!member) throw new UsageError(`PACKAGE must name a folder of packages/, got ${name}`);
  const size = count('--sample', values.sample) ?? Number.POSITIVE_INFINITY;
  const seed = count('--seed', values.seed) ?? 1;
  const jobs = count('--jobs', values.jobs) ?? availableParallelism();

  const folder = join(CHECKOUT, member);
  const texts = new Map<string, string>();
  const all: Mutant[] = [];
  for (const module of (await modulesOf(folder)).filter(isPublished)) {
    const file = relative(folder, module);
    if (chosen.length > 0 && !chosen.includes(file)) continue;
    const text = await readFile(module, 'utf8');
    texts.set(file, text);
    for (const mistake of await mistakesOf(text)) all.push({ file, ...mistake });
  }
  const unknown = chosen.find((file) => !texts.has(file));
  if (unknown) throw new UsageError(`${unknown} is no source file of ${member}`);
  const textOf = ({ file }: Mutant) => texts.get(file) as string;
  const list = equivalentsOf(new URL(`../equivalent/${basename(member)}.json`, import.meta.url));
  const real = all.filter((mutant) => !isListed(mutant, textOf(mutant), list));
  const drawn = sample(real, size, seed, texts);
  const words = (mutant: Mutant) => {
    const { file, mutator, original, replacement } = described(mutant, textOf(mutant));
    return `${file}:${lineOf(textOf(mutant), mutant)} ${mutator}: ${original} → ${replacement}`;
  };
  process.stderr.write(
    `${all.length} mistakes, ${all.length - real.length} of them listed as changing nothing; ` +
      `${drawn.length} drawn\n`,
  );
  if (values.list) return void process.stdout.write(`${drawn.map(words).join('\n')}\n`);

  // Other work of the machine comes first.
  setPriority(10);
  const verdicts: Verdict[] = [];
  const queue = drawn.values();
  const work = async () => {
    const root = await scratchCopy(CHECKOUT);
    const copy = join(root, member);
    try {
      const { signal } = aborted;
      const whole = { limit: 3_600_000, signal };
      const { outcome, by, times } = await runVitest(copy, root, [], whole);
      if (outcome !== 'passed')
        throw new Error(`the tests fail without a mistake: ${by ?? outcome}`);
      for (const mutant of queue) {
        const verdict = await tryMutant(mutant, copy, root, times, signal);
        verdicts.push(verdict);
        const { outcome, by } = verdict;
        process.stderr.write(
          `${verdicts.length}/${drawn.length} ${outcome.toUpperCase()} ${words(mutant)}` +
            `${by ? ` (${by})` : ''}\n`,
        );
      }
    } finally {
      await rm(dirname(root), { recursive: true, force: true });
    }
  };
  const done = await Promise.allSettled(Array.from({ length: Math.min(jobs, drawn.length) }, work));
  if (verdicts.length > 0) await report(member, verdicts, textOf, words);
  for (const result of done) if (result.status === 'rejected') throw result.reason;
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        list: { type: 'boolean' },
        sample: { type: 'string' },
        seed: { type: 'string' },
        jobs: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function count(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d*$/.test(value)) throw new UsageError(`${name} must be 1 or more, got ${value}`);
  return Number(value);
}
