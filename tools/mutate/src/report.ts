import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { described } from './equivalent.ts';
import type { Mutant } from './mutant.ts';
import { score } from './score.ts';
import type { Verdict } from './try-mutant.ts';

const REPORTS = fileURLToPath(new URL('../reports', import.meta.url));

/** Writes the survivors of a package to a file, and prints them with the score. */
export async function report(
  member: string,
  verdicts: readonly Verdict[],
  textOf: (mutant: Mutant) => string,
  words: (mutant: Mutant) => string,
): Promise<void> {
  const survivors = verdicts.filter(({ outcome }) => outcome === 'survived');
  const noticed = verdicts.length - survivors.length;
  const { share, low, high } = score(noticed, verdicts.length);
  const file = join(REPORTS, `${basename(member)}.json`);
  await mkdir(dirname(file), { recursive: true });
  const entries = survivors.map(({ mutant }) => described(mutant, textOf(mutant)));
  await writeFile(file, `${JSON.stringify(entries, null, 2)}\n`);
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
  process.stdout.write(
    [
      ...survivors.map(({ mutant }) => `survived: ${words(mutant)}`),
      `${member}: ${noticed} of ${verdicts.length} mistakes noticed: ${percent(share)}` +
        ` [${percent(low)}, ${percent(high)}]`,
      '',
    ].join('\n'),
  );
}
