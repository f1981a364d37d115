import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureImport } from './measure-import.ts';
import { publicEntries } from './public-entries.ts';

const FILE = 'tools/api/src/budgets.json';
/** It is a program; nobody puts it into a page. */
const NOT_BUNDLED = ['@ser/cli'];

/** An import, and KiB of it. */
export interface Weight {
  statement: string;
  size: number;
  budget: number;
}

/** Weighs every import of `budgets.json`. */
export async function weighImports(root: string): Promise<Weight[]> {
  const budgets: Record<string, number> = JSON.parse(readFileSync(join(root, FILE), 'utf8'));
  const missing = publicEntries(root)
    .map(({ name }) => name)
    .filter((name) => !NOT_BUNDLED.includes(name))
    .filter((name) => !Object.keys(budgets).some((each) => each.endsWith(` from '${name}'`)));
  if (missing.length > 0) throw new Error(`${FILE} has no budget for ${missing.join(', ')}`);
  return Promise.all(
    Object.entries(budgets).map(async ([statement, budget]) => ({
      statement,
      size: await measureImport(root, statement),
      budget,
    })),
  );
}

/** @throws Error that names every import that weighs more than its budget */
export function checkBudgets(weights: readonly Weight[]): void {
  const over = weights.filter(({ size, budget }) => size > budget);
  if (over.length === 0) return;
  const lines = over.map(
    ({ statement, size, budget }) =>
      `${statement}: ${size.toFixed(2)} KiB minified and gzipped, the budget is ${budget} KiB`,
  );
  throw new Error(
    `Imports have grown. Make them lighter, or raise the budgets in ${FILE} and say why.\n${lines.join('\n')}`,
  );
}
