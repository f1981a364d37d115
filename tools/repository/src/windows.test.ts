import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const ABOVE = '{packages,tools,examples,docs,benchmarks}';
const exclude = ['**/node_modules', '**/dist', '**/build'];
const files = globSync(`${ABOVE}/**/*.*`, { cwd: ROOT, exclude }).map((file) =>
  file.replaceAll('\\', '/'),
);
const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** Characters and names that Windows gives no file. */
const FORBIDDEN = /[<>:"|?*]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

test('every file can be checked out', () => {
  expect(files.length).toBeGreaterThan(2000);
  expect(files.filter((file) => FORBIDDEN.test(basename(file)))).toEqual([]);
});

test('no two files have names that differ by case alone', () => {
  expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(files.length);
});

// On Windows it is /C:/…, with spaces as %20: fileURLToPath makes a path of an address.
test('no address of a file is taken for its path', () => {
  const wrong = /import\.meta\.(url\)|resolve\([^()]*\)\))\.pathname/;
  const sources = files.filter((file) => /\.(ts|js|mjs)$/.test(file));
  expect(sources.filter((file) => wrong.test(textOf(file)))).toEqual([]);
  expect(wrong.test(`new URL('a', import.meta.url).${'pathname'}`)).toBe(true);
});

test('scripts of manifests start programs alone, which every shell can', () => {
  const program = /^(node|biome|knip|tsc|tsdown|turbo|vite|vitest) /;
  const manifests = ['package.json', ...files.filter((file) => basename(file) === 'package.json')];
  for (const manifest of manifests) {
    const scripts: Record<string, string> = JSON.parse(textOf(manifest)).scripts ?? {};
    for (const [name, line] of Object.entries(scripts)) {
      for (const command of line.split(' && ')) {
        expect(`${command} `, `${manifest}: ${name}`).toMatch(program);
        expect(command, `${manifest}: ${name}`).not.toMatch(/[`$~;|<>]|'/);
      }
    }
  }
});
