import { expect, it } from 'vitest';
import { itIsAFileStore } from '../testing/file-store-tests.ts';
import { memoryStore } from './memory-store.ts';
import { nestedStore } from './nested-store.ts';

itIsAFileStore(() => nestedStore(memoryStore(), 'fold1-seed0'));

it('keeps its files under its folder', async () => {
  const outer = memoryStore();
  await nestedStore(outer, 'folds/1').write('a.bin', Uint8Array.of(1));
  expect([...outer.files.keys()]).toEqual(['folds/1/a.bin']);
});

it('removes and reads in its folder alone', async () => {
  const outer = memoryStore();
  await outer.write('a', Uint8Array.of(1));
  await outer.write('fold/a', Uint8Array.of(2));
  const nested = nestedStore(outer, 'fold');
  expect(await nested.read('a')).toEqual(Uint8Array.of(2));
  await nested.remove('a');
  expect([...outer.files.keys()]).toEqual(['a']);
});

it('is called after a folder with a slash at its end', () => {
  const outer = { ...memoryStore(), name: 'run/' };
  expect(nestedStore(outer, 'fold1').name).toBe('run/fold1');
});

it('nests', async () => {
  const outer = memoryStore();
  await nestedStore(nestedStore(outer, 'folds'), '1').write('a.bin', Uint8Array.of(1));
  expect([...outer.files.keys()]).toEqual(['folds/1/a.bin']);
});

it('is called after both', () => {
  expect(nestedStore(memoryStore(), 'folds/1').name).toBe('memory/folds/1');
});

it('refuses a folder elsewhere', () => {
  expect(() => nestedStore(memoryStore(), '../runs')).toThrow(
    'nestedStore: `folder` must be a relative path of plain names between slashes, got "../runs"',
  );
});
