import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, expect, it } from 'vitest';
import { sandboxPerTest } from '../testing/sandbox.ts';
import { codeVersion } from './code-version.ts';

const sandbox = sandboxPerTest();
const { put } = sandbox;
const version = (): Promise<string> =>
  codeVersion(pathToFileURL(join(sandbox.folder, 'p/dist/index.js')).href);

const FFT = JSON.stringify({ version: '1.0.0', dependencies: { butterfly: '1', gone: '1' } });
/** Two packages may depend on each other. */
const BUTTERFLY = JSON.stringify({ version: '1.0.0', dependencies: { fft: '1' } });

let first: string;
beforeEach(async () => {
  put('p/package.json', JSON.stringify({ version: '1.0.0', dependencies: { fft: '^1.0.0' } }));
  put('p/dist/index.js', 'export const a = 1;');
  put('p/dist/deep/b.js', 'export const b = 2;');
  put('node_modules/fft/package.json', FFT);
  put('node_modules/butterfly/package.json', BUTTERFLY);
  first = await version();
});

it('is the same of the same code', async () => {
  expect(first).toMatch(/^[\da-f]{64}$/);
  expect(await version()).toBe(first);
});

it.each([
  ['p/dist/index.js', 'export const a = 2;'],
  ['p/dist/deep/b.js', 'export const b = 3;'],
  ['p/dist/deep/c.js', ''],
  ['p/dist/c.ts', ''],
  ['p/dist/c.wasm', ''],
  ['node_modules/fft/package.json', FFT.replace('1.0.0', '1.0.1')],
  ['p/node_modules/fft/package.json', JSON.stringify({ version: '1.0.1' })],
  ['node_modules/butterfly/package.json', JSON.stringify({ version: '1.0.1' })],
  ['node_modules/fft/node_modules/butterfly/package.json', JSON.stringify({ version: '2.0.0' })],
  ['node_modules/gone/package.json', JSON.stringify({ version: '1.0.0' })],
])('is another with another %s', async (file, text) => {
  put(file, text);
  expect(await version()).not.toBe(first);
});

it.each(['p/dist/index.test.ts', 'p/dist/testing/a.ts', 'p/dist/index.d.ts', 'p/dist/notes.md'])(
  'is the same with another %s',
  async (file) => {
    put(file, 'x');
    expect(await version()).toBe(first);
  },
);

it('tells two files from one that holds both', async () => {
  put('p/dist/deep/b.js', '');
  const one = await version();
  put('p/dist/index.js', '');
  put('p/dist/deep/b.js', 'export const a = 1;');
  expect(await version()).not.toBe(one);
});
