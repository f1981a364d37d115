import { REFERENCE_VARIANTS } from '@ser/features';
import { expect, it, vi } from 'vitest';
import { fakeExtractor } from '../../testing/fake-extract.ts';
import { type FeatureKeyParts, featureKey } from './feature-key.ts';

const bytes = new TextEncoder().encode('sound');
const parts = { extractor: fakeExtractor, variants: REFERENCE_VARIANTS, seed: 7, version: '1' };
const key = await featureKey(bytes, parts);

it('is 64 hexadecimal digits, which stay', async () => {
  const { createHash } = await import('node:crypto');
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const variants = [{ name: 'a', steps: [] }];
  const own = { extractor: fakeExtractor, variants, seed: 7, version: '1' };
  const json =
    '{"extractor":{"features":[{"kind":"zcr"},{"kind":"rms"}],"sampleRate":8000},' +
    `"file":"${sha256('sound')}","seed":7,"variants":[{"name":"a","steps":[]}],"version":"1"}`;
  expect(await featureKey(bytes, own)).toBe(sha256(json));
});

it.each<[string, Partial<FeatureKeyParts>]>([
  ['extractor', { extractor: { ...fakeExtractor, sampleRate: 16000 } }],
  ['variants', { variants: REFERENCE_VARIANTS.slice(1) }],
  ['seed', { seed: 8 }],
  ['version', { version: '2' }],
])('is another of another %s', async (_, changes) => {
  expect(await featureKey(bytes, { ...parts, ...changes })).not.toBe(key);
});

it('is another of another file', async () => {
  expect(await featureKey(bytes.subarray(1), parts)).not.toBe(key);
});

it('does not depend on how the configuration is written, nor on the seed of no variant', async () => {
  const { sampleRate, features } = fakeExtractor;
  expect(await featureKey(bytes, { ...parts, extractor: { features, sampleRate } })).toBe(key);
  const alone = await featureKey(bytes, { ...parts, variants: [] });
  expect(await featureKey(bytes, { ...parts, variants: [], seed: 8 })).toBe(alone);
});

it('says why a page without https has none', async () => {
  vi.stubGlobal('crypto', {});
  const work = featureKey(bytes, parts);
  await expect(work).rejects.toThrow('`features` needs crypto.subtle');
  vi.unstubAllGlobals();
});
