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
