import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { readmeBlocks } from './readme-blocks.ts';
import { type ReadmeModule, readmeModules } from './readme-modules.ts';
import { runCommand } from './run-command.ts';

/** The compiler's options of a user who has installed the packages. */
const TSCONFIG = {
  compilerOptions: {
    target: 'es2024',
    module: 'nodenext',
    lib: ['es2024', 'dom', 'dom.iterable', 'dom.asynciterable'],
    strict: true,
    noEmit: true,
    // tfjs' own types do not pass without it.
    skipLibCheck: true,
    types: ['node'],
    allowImportingTsExtensions: true,
  },
  include: ['*.ts'],
};

/** The READMEs and the guides of the documentation site. */
const MARKDOWN: readonly string[] = ['README.md', 'packages/*/README.md', 'docs/guides/*.md'];

/**
 * Compiles the code blocks of all READMEs and guides in a project that has the packed packages, runs
 * them on one Node, and holds the values that their comments show against what comes.
 *
 * @returns those that a browser is to run
 */
export function tryReadmes(
  root: string,
  { project, node, tsc }: { project: string; node: string; tsc: string },
): ReadmeModule[] {
  const folder = join(project, 'readmes');
  mkdirSync(folder);
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(TSCONFIG));
  const files = globSync([...MARKDOWN], { cwd: root }).sort();
  const modules = files.flatMap((file) =>
    readmeModules(readmeBlocks(file, readFileSync(join(root, file), 'utf8'))),
  );
  for (const { name, typed } of modules) if (typed) writeFileSync(join(folder, name), typed);
  runCommand(tsc, ['-p', folder], { cwd: project });
  const claims = new URL('./claims.js', import.meta.url).href;
  const inNode = modules.filter(({ notRun, place }) => notRun === undefined && !place);
  for (const { name, ending, checked } of inNode) {
    const script = name.replace(/\.ts$/, ending);
    writeFileSync(join(project, script), stripTypeScriptTypes(checked));
    try {
      runCommand(node, ['--import', claims, script], { cwd: project });
    } catch (error) {
      throw new Error(`${name} does not run as its page says, on ${node}`, { cause: error });
    }
  }
  console.log(
    `The ${modules.length} pieces of code of READMEs and guides compile, and ${inNode.length} run in Node.`,
  );
  return modules.filter(({ place }) => place !== undefined);
}
