import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { labelsFromCsv, parseNamingScheme } from '@ser/corpus';
import { parseRecipe } from '@ser/experiment';
import { expect, test } from 'vitest';
import { type ReadmeBlock, readmeBlocks } from '../../tools/try-packed/readme-blocks.ts';
import { commandFiles, untriedLines } from '../../tools/try-packed/readme-commands.ts';

const ROOT = join(import.meta.dirname, '../..');
const FILES = ['README.md', 'docs/guides/*.md', '{packages,examples}/*/README.md'];

const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const blocks = globSync(FILES, { cwd: ROOT })
  .map((file) => file.replaceAll('\\', '/'))
  .sort()
  .flatMap((file) => readmeBlocks(file, textOf(file)));
const inLanguage = (...languages: string[]): ReadmeBlock[] =>
  blocks.filter(({ language }) => languages.includes(language));
const placeOf = ({ file, line }: ReadmeBlock): string => `${file}:${line}`;

/** JSON with comments and last commas, as plain JSON. */
const plain = (jsonc: string): string =>
  jsonc.replace(/^\s*\/\/.*$|\s\/\/ .*$/gm, '').replace(/,(?=\s*[\]}])/g, '');

/** What is run, compiled or read somewhere; the rest is output, or what others read. */
const LANGUAGES = ['', 'bibtex', 'cjs', 'csv', 'js', 'json', 'jsonc', 'sh', 'sql', 'text', 'ts'];

test('every block is in a language that something reads', () => {
  const others = blocks.filter(({ language }) => !LANGUAGES.includes(language));
  expect(others.map(placeOf)).toEqual([]);
});

test('every command is run, or a comment above it says why not', () => {
  const run = new Set(commandFiles(ROOT).map((file) => file.replaceAll('\\', '/')));
  const untried = inLanguage('sh').flatMap((block) => {
    // Elsewhere the commands of `ser` are not run either.
    const isRun = run.has(block.file) || /^npm install/.test(block.code);
    const lines = isRun ? untriedLines(block) : block.notRun === undefined ? [block.code] : [];
    return lines.map((line) => `${placeOf(block)}: ${line}`);
  });
  expect(untried).toEqual([]);
});

test('what npm installs is a package of ours, or one of the few that it stands on', () => {
  const ours = globSync('packages/*/package.json', { cwd: ROOT });
  const known = new Set([
    ...ours.map((file) => JSON.parse(textOf(file)).name),
    ...['core', 'layers', 'backend-wasm'].map((name) => `@tensorflow/tfjs-${name}`),
    'audio-decode',
  ]);
  const lines = inLanguage('sh').flatMap(({ code }) => code.match(/^npm install .*$/gm) ?? []);
  const names = lines.flatMap((line) => line.split(' ').slice(2));
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => !known.has(name))).toEqual([]);
});

test.each(inLanguage('json', 'jsonc').map((block) => [placeOf(block), block] as const))(
  '%s is a recipe, or a naming scheme',
  (_, { code }) => {
    const value = JSON.parse(plain(code));
    if ('pattern' in value) expect(parseNamingScheme(value).name).toBe(value.name);
    else expect(parseRecipe('README.md', value).name).toBe(value.name);
  },
);

test.each(inLanguage('csv').map((block) => [placeOf(block), block] as const))(
  '%s is a table of labels',
  (_, { code }) => {
    const describe = labelsFromCsv(code);
    const [, ...rows] = code.split('\n').map((line) => line.split(','));
    for (const [file, label, speaker] of rows)
      expect(describe(file)).toMatchObject({ label, speaker });
  },
);

test('what a guide shows of a file is what stands there', () => {
  const shown = blocks.filter(({ asIn }) => asIn !== undefined);
  expect(shown.length).toBeGreaterThan(0);
  for (const { code, asIn = '' } of shown) expect(textOf(asIn).trim()).toBe(code);
});

test('what runs in no place has a reason', () => {
  const notRun = blocks.filter((block) => block.notRun !== undefined);
  for (const block of notRun) expect([placeOf(block), block.notRun]).not.toContain('');
  // Whoever adds one looks for a way to run it first.
  const modules = notRun.filter(({ language }) => ['ts', 'js', 'cjs'].includes(language));
  expect(modules.map(({ file, notRun: reason }) => `${file}: ${reason}`)).toEqual([
    'packages/ravdess/README.md: 434 MB',
  ]);
});
