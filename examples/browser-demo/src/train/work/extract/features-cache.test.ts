import { presets } from '@ser/features';
import { memoryStore } from '@ser/model';
import { expect, it } from 'vitest';
import { FeaturesCache, type FeaturesKey } from './features-cache.ts';

const key: FeaturesKey = {
  id: 'a',
  stamp: '100 1',
  config: presets.summary162,
  variants: [{ name: 'fast', steps: [{ kind: 'speed', rate: 1.1 }] }],
  seed: 1,
};
const rows = [Float32Array.of(1, 2), Float32Array.of(3, 4)];

it('gives back what was written, in another cache of the same store', async () => {
  const store = memoryStore();
  await new FeaturesCache(store).write(key, rows);
  expect(await new FeaturesCache(store).read(key)).toEqual(rows);
});

it.each<Partial<FeaturesKey>>([
  { id: 'b' },
  { stamp: '100 2' },
  { config: { ...presets.summary162, offset: 0 } },
  { variants: [] },
  { seed: 2 },
])('knows nothing of another %o', async (change) => {
  const cache = new FeaturesCache(memoryStore());
  await cache.write(key, rows);
  expect(await cache.read({ ...key, ...change })).toBeUndefined();
});

it('keeps nothing of a file whose state nobody knows', async () => {
  const store = memoryStore();
  const cache = new FeaturesCache(store);
  await cache.write({ ...key, stamp: '' }, rows);
  expect(store.files.size).toBe(0);
  expect(await cache.read({ ...key, stamp: '' })).toBeUndefined();
});

it('goes on where nothing can be written', async () => {
  const store = memoryStore();
  store.write = () => Promise.reject(new Error('the disk is full'));
  await expect(new FeaturesCache(store).write(key, rows)).resolves.toBeUndefined();
});
