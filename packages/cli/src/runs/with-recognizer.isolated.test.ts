import { publishedModelFolder } from '@ser/ravdess-data/node';
import { expect, it, vi } from 'vitest';
import { withRecognizer } from './with-recognizer.ts';

const read = vi.hoisted((): string[] => []);
vi.mock('../data/plain-store.ts', async (load) => {
  const { plainStore } = await load<typeof import('../data/plain-store.ts')>();
  return {
    plainStore(path: string) {
      const store = plainStore(path);
      const readFile: typeof store.read = (file, options) => {
        read.push(file);
        return store.read(file, options);
      };
      return { ...store, read: readFile };
    },
  };
});

it('reads each file of a linear model once', async () => {
  const model = publishedModelFolder();
  const features = await withRecognizer({ model }, async ({ recognizer }) => recognizer.names);
  expect(features.length).toBeGreaterThan(0);
  expect(read.sort()).toEqual(['model.json', 'recognizer.json', 'weights.bin']);
});
