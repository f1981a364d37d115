import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';

/** What needs no tfjs. tfjs' own types do not pass the check of libraries. */
const ENTRIES = [
  '@ser/corpus',
  '@ser/corpus/node',
  '@ser/eval',
  '@ser/eval/plots',
  '@ser/features',
  '@ser/features/node',
  '@ser/model/linear',
  '@ser/ravdess',
  '@ser/ravdess/node',
  '@ser/ravdess-data',
  '@ser/ravdess-data/model',
  '@ser/ravdess-data/node',
  '@ser/recognizer',
];

/** A page of TypeScript's own libraries, as bundlers' templates have it, without Node's types. */
const PAGE = {
  entries: ['@ser/recognizer'],
  lib: ['es2022', 'dom', 'dom.iterable'],
  module: 'esnext',
  moduleResolution: 'bundler',
  types: [],
};

/** A program on Node. AbortSignal, URL and File are Node's too. */
const PROGRAM = { entries: ENTRIES, lib: ['es2024'], module: 'nodenext', types: ['node'] };

/** Checks the types of the installed packages, their libraries' too. */
export function tryTypes(project: string, tsc: string): void {
  for (const [name, { entries, ...options }] of Object.entries({ PROGRAM, PAGE })) {
    const folder = join(project, `types-${name}`);
    mkdirSync(folder);
    const imports = entries.map((entry, i) => `import * as entry${i} from '${entry}';`);
    const uses = entries.map((_, i) => `entry${i}`).join(', ');
    writeFileSync(join(folder, 'all.ts'), `${imports.join('\n')}\nexport default [${uses}];\n`);
    const target = 'es2022';
    const compilerOptions = { target, ...options, strict: true, noEmit: true, skipLibCheck: false };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    runCommand(tsc, ['-p', folder], { cwd: project });
  }
  console.log(`The types of ${ENTRIES.length} entries pass without skipLibCheck.`);
}
