import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { GroupFigures } from './figures.ts';
import { mergeGroups } from './merge-groups.ts';
import { writePage } from './write-page.ts';

const FIGURES = fileURLToPath(new URL('../../figures.json', import.meta.url));
const PAGE = fileURLToPath(new URL('../../README.md', import.meta.url));

/** The committed figures; none before the first are written. */
export function readFigures(): GroupFigures[] {
  return existsSync(FIGURES) ? (JSON.parse(readFileSync(FIGURES, 'utf8')) as GroupFigures[]) : [];
}

/** Writes figures and page with these groups new, in the order of `names`. */
export function saveFigures(names: readonly string[], measured: readonly GroupFigures[]): void {
  const groups = mergeGroups(names, readFigures(), measured);
  replace(FIGURES, `${JSON.stringify(groups, null, 2)}\n`);
  replace(PAGE, writePage(groups));
}

function replace(path: string, text: string): void {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}
