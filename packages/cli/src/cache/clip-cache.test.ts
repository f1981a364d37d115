import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sandboxPerTest } from '../testing/sandbox.ts';
import { openClipCache } from './clip-cache.ts';
import { FolderCache } from './folder-cache.ts';

const sandbox = sandboxPerTest();
const { SER_CACHE, SER_CACHE_SIZE } = process.env;
beforeEach(() => {
  process.env.SER_CACHE = join(sandbox.folder, 'cache');
});
afterEach(() => {
  for (const [name, value] of Object.entries({ SER_CACHE, SER_CACHE_SIZE })) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

it('is a folder, and says of which code its entries are', async () => {
  const cache = await openClipCache({});
  expect(cache?.features).toBeInstanceOf(FolderCache);
  expect(cache?.features).toMatchObject({ folder: join(sandbox.folder, 'cache') });
  expect(cache?.version).toMatch(/^[\da-f]{64}$/);
  // Nothing is made before something is kept.
  expect(sandbox.list()).toEqual([]);
});

it('is none where an option, or a size of 0, turns it off', async () => {
  expect(await openClipCache({ cache: false })).toBeUndefined();
  process.env.SER_CACHE_SIZE = '0';
  expect(await openClipCache({ cache: true })).toBeUndefined();
});

it('keeps fingerprints by what the file holds, and those of sounds that have none', async () => {
  const cache = await openClipCache({});
  const fingerprint = { anchors: Float32Array.of(0.25), codes: Int8Array.of(-127, 3, 0) };
  const [sound, silence] = [Uint8Array.of(1), Uint8Array.of(2)];
  expect(await cache?.fingerprints.read(sound)).toBeUndefined();
  await cache?.fingerprints.write(sound, fingerprint);
  await cache?.fingerprints.write(silence, undefined);
  const again = await openClipCache({});
  expect(await again?.fingerprints.read(sound)).toEqual({ fingerprint });
  expect(await again?.fingerprints.read(silence)).toEqual({ fingerprint: undefined });
  expect(await again?.fingerprints.read(Uint8Array.of(3))).toBeUndefined();
});
