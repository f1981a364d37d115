/**
 * Writes the reports of what packages export, and prints what their imports weigh. The packages
 * must have been built.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { apiReports } from './api-reports.ts';
import { weighImports } from './check-budgets.ts';
import { publicEntries } from './public-entries.ts';

const root = join(import.meta.dirname, '../../..');
const reports = apiReports(root);
// Reports of entries that are no more go.
for (const { folder } of publicEntries(root)) {
  rmSync(join(folder, 'api'), { recursive: true, force: true });
}
for (const [path, text] of reports) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
console.log('KiB, minified and gzipped; the budget:');
for (const { statement, size, budget } of await weighImports(root)) {
  console.log(`${size.toFixed(2).padStart(8)} ${String(budget).padStart(6)}  ${statement}`);
}
console.log(`${reports.size} reports are written, packages/*/api/*.api.md.`);
