import { globSync } from 'node:fs';
import type { ReadmeBlock } from './readme-blocks.ts';

/** The files whose commands are run, in their order. */
export const commandFiles = (root: string): string[] => [
  'packages/cli/README.md',
  ...globSync('docs/guides/*.md', { cwd: root }).sort(),
  'README.md',
];

/**
 * The commands of a block that are run where the packages are installed: those of `ser`, but for
 * `ser download`, which would fetch 434 MB. npx, which takes half a second, is called where the
 * README does so.
 */
export function commandsOf({ language, code, notRun }: ReadmeBlock): string[] {
  if (language !== 'sh' || notRun !== undefined) return [];
  return linesOf(code)
    .map((line) => line.replace(/npx (@ser\/cli|-y pnpm@12 ser)/, 'npx ser'))
    .filter((line) => /^(npx )?ser (?!download)/.test(line));
}

/** The lines of a block that are not run, though nothing says why not. */
export function untriedLines(block: ReadmeBlock): string[] {
  if (block.language !== 'sh' || block.notRun !== undefined) return [];
  const untried = linesOf(block.code).length - commandsOf(block).length;
  return untried === 0 ? [] : linesOf(block.code).filter((line) => !isKnown(line));
}

/** What is run, or is not for a reason that holds wherever it stands. */
const isKnown = (line: string): boolean =>
  // The packages are installed from their tarballs, since npm has none yet; folders that variables of
  // the environment name are those of another machine.
  /^([A-Z_]+=\S+ )*(npx @ser\/cli|(npx -y pnpm@12 )?ser|npm install( [@\w/.-]+)+$)/.test(line);

const linesOf = (code: string): string[] =>
  code
    .split('\n')
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter(Boolean);
