/**
 * `npx -y pnpm@12 bench [--write | --check] [NAME…]`: every group of rows, or those named. Without
 * an option it prints them; `--write` writes README.md and figures.json; `--check` holds them
 * against figures.json, and ends with 1 where a ratio to a peer fell.
 */
import { parseArgs } from 'node:util';
import { GROUPS } from './groups/groups.ts';
import { printTable } from './measure.ts';
import { better, compare } from './page/compare.ts';
import type { GroupFigures } from './page/figures.ts';
import { readFigures, saveFigures } from './page/files.ts';
import { thisMachine } from './page/machine.ts';
import { measureGroup } from './page/measure-group.ts';
import { reportCheck } from './page/report-check.ts';
import { tableOf } from './page/table-of.ts';

/** They print what has no peer to take turns with. */
const REPORTS: Readonly<Record<string, () => Promise<void>>> = {
  'features-stream': async () => (await import('./features-stream.ts')).featuresStream(),
  recognizer: async () => (await import('./recognizer.ts')).recognizer(),
  'training-elsewhere': async () => (await import('./training-elsewhere.ts')).trainingElsewhere(),
};

const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean' }, check: { type: 'boolean' } },
  allowPositionals: true,
});
const { write = false, check = false } = values;
const known = { ...GROUPS, ...(!write && !check && REPORTS) };
const names = positionals.length > 0 ? positionals : Object.keys(known);
const unknown = names.filter((name) => !(name in known));
if (unknown.length > 0 || (write && check)) {
  const complaint = unknown.length > 0 ? `unknown ${unknown.join(', ')}` : '--write or --check';
  console.error(`bench: ${complaint}; known: ${Object.keys(known).join(', ')}`);
  process.exit(2);
}

const machine = thisMachine();
const measure = async (name: string): Promise<GroupFigures | undefined> => {
  try {
    return await measureGroup(name, await GROUPS[name](), machine, (line) => console.error(line));
  } catch (error) {
    console.error(`${name}: not measured: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
    return undefined;
  }
};

for (const name of names) {
  if (name in REPORTS) {
    console.log(`\n# ${name}`);
    await REPORTS[name]();
    continue;
  }
  const group = await measure(name);
  if (!group) continue;
  if (check) await judge(name, group);
  else {
    console.log(`\n# ${name}`);
    printTable(tableOf(group));
    // After each group, so that what is interrupted has written what it measured.
    if (write) saveFigures(Object.keys(GROUPS), [group]);
  }
}

async function judge(name: string, group: GroupFigures): Promise<void> {
  const committed = readFigures().find((each) => each.name === name)?.figures ?? [];
  let comparison = compare(committed, group.figures);
  if (comparison.fallen.length > 0) {
    console.error(`${name}: ${comparison.fallen.length} fell; measured again`);
    const again = await measure(name);
    comparison = compare(committed, better(group.figures, again?.figures ?? []));
  }
  for (const line of reportCheck(name, comparison)) console.log(line);
  if (comparison.fallen.length > 0) process.exitCode = 1;
  else console.log(`${name}: no ratio fell`);
}
