import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import * as linear from './index.ts';

/** Prints the addresses of all modules that an import loads. */
const SCRIPT = `
import { registerHooks } from 'node:module';
const loaded = [];
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    loaded.push(resolved.url);
    return resolved;
  },
});
await import('@ser/model/linear');
console.log(JSON.stringify(loaded));
`;

it('imports no tfjs and nothing of Node, directly or indirectly', async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=@ser/source', '--input-type=module', '--eval', SCRIPT],
    { cwd: new URL('../..', import.meta.url) },
  );
  const loaded: string[] = JSON.parse(stdout);
  expect(loaded.some((url) => url.endsWith('/linear/linear-classifier.ts'))).toBe(true);
  const foreign = loaded.filter((url) => !/\/(packages\/model|tools\/internal)\/src\//.test(url));
  expect(foreign).toEqual([]);
});

it('exports what loading needs beside the classifier', () => {
  expect(Object.keys(linear).sort()).toEqual([
    'LinearClassifier',
    'ModelError',
    'fileListStore',
    'memoryStore',
    'urlStore',
  ]);
});
