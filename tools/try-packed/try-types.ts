import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What needs no tfjs. tfjs' own types do not pass the check of libraries. */
const ENTRIES = [
  '@ser/corpus',
  '@ser/corpus/node',
  '@ser/eval',
  '@ser/eval/plots',
  '@ser/features',
  '@ser/features/node',
  '@ser/ravdess',
  '@ser/ravdess/node',
  '@ser/ravdess-data',
  '@ser/ravdess-data/node',
];

/** Checks the types of the installed packages, their libraries' too, without those of a page. */
export function tryTypes(project: string, tsc: string): void {
  const folder = join(project, 'types');
  mkdirSync(folder);
  const imports = ENTRIES.map((entry, i) => `import * as entry${i} from '${entry}';`);
  const uses = ENTRIES.map((_, i) => `entry${i}`).join(', ');
  writeFileSync(join(folder, 'all.ts'), `${imports.join('\n')}\nexport default [${uses}];\n`);
  const compilerOptions = {
    target: 'es2024',
    module: 'nodenext',
    lib: ['es2024'],
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    // AbortSignal, URL and File are Node's too.
    types: ['node'],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  execFileSync(tsc, ['-p', folder], { cwd: project, stdio: 'inherit' });
  console.log(`The types of ${ENTRIES.length} entries pass without skipLibCheck.`);
}
