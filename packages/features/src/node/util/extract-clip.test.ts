import { expect, test } from 'vitest';
import { createExtractor } from '../../extractor/create-extractor.ts';
import type { ExtractorConfig } from '../../extractor/extractor-config.ts';
import { encodeRaw } from '../../testing/raw-audio.ts';
import { signals } from '../../testing/signals.ts';
import { decodeClip } from './decode-clip.ts';
import { type ClipTask, extractClip } from './extract-clip.ts';

const audio = { samples: signals().hiss, sampleRate: 22050 };
const configs: ExtractorConfig[] = [
  { sampleRate: 22050, features: [{ kind: 'rms' }] },
  { sampleRate: 22050, features: [{ kind: 'zcr' }] },
  { sampleRate: 22050, hopLength: 100, features: [{ kind: 'rms' }] },
];

test('a worker extracts what each configuration says, in any order', async () => {
  for (const config of [...configs, ...configs.toReversed()]) {
    const answer = await extractClip({ config, audio, variants: [], seed: 0 });
    expect(answer).toEqual({ values: createExtractor(config).extract(audio), variants: [] });
  }
});

test('samples that are there are not decoded', async () => {
  const task: ClipTask = {
    config: configs[0],
    audio,
    bytes: new Uint8Array(3),
    decoder: { module: 'file:///nowhere.ts', name: 'decode' },
    variants: [],
    seed: 0,
  };
  expect(await extractClip(task)).toHaveProperty('values');
});

test('what is thrown is sent as its fields', async () => {
  const task = { config: configs[0], variants: [], seed: 0 };
  const module = `data:text/javascript,${encodeURIComponent(
    'export const text = () => { throw "torn" };' +
      'export const nothing = () => { throw null };' +
      'export const coded = () => { throw Object.assign(new TypeError("odd"), { code: "E7" }) };',
  )}`;
  const thrown = async (name: string): Promise<unknown> =>
    extractClip({ ...task, bytes: new Uint8Array(1), decoder: { module, name } });
  expect(await thrown('text')).toEqual({ error: { name: 'Error', message: 'torn' } });
  expect(await thrown('nothing')).toMatchObject({ error: { name: 'Error' } });
  expect(await thrown('coded')).toEqual({
    error: { name: 'TypeError', code: 'E7', message: 'odd' },
  });
});

test('each decoder of each module is itself, in any order', async () => {
  const module = (value: number): string =>
    `data:text/javascript,${encodeURIComponent(
      `export const a = () => ({ samples: [${value}], sampleRate: 1 });` +
        `export const b = () => ({ samples: [${value + 1}], sampleRate: 1 });`,
    )}`;
  const decode = async (value: number, name: string): Promise<unknown> =>
    decodeClip({ bytes: new Uint8Array(1), decoder: { module: module(value), name } });
  const keys: [number, string][] = [
    [10, 'a'],
    [10, 'b'],
    [20, 'a'],
    [20, 'b'],
  ];
  for (const [value, name] of [...keys, ...keys.toReversed()]) {
    const expected = value + (name === 'b' ? 1 : 0);
    expect(await decode(value, name)).toEqual({ samples: [expected], sampleRate: 1 });
  }
});

test('a decoder gets bytes that it may slice and share', async () => {
  const module = new URL('../../testing/raw-audio.ts', import.meta.url).href;
  const bytes = encodeRaw({ samples: audio.samples.subarray(0, 3), sampleRate: 7 });
  const decoded = await decodeClip({ bytes, decoder: { module, name: 'decodeRaw' } });
  expect(decoded).toEqual({ samples: audio.samples.subarray(0, 3), sampleRate: 7 });
});

test('the variants of a clip share one generator, so that no two have the same noise', async () => {
  const variants = ['one', 'two'].map((name) => ({ name, steps: [{ kind: 'addNoise' }] }) as const);
  const task = { config: configs[0], audio, seed: 5 };
  const alone = await extractClip({ ...task, variants: variants.slice(0, 1) });
  const both = await extractClip({ ...task, variants });
  if ('error' in alone || 'error' in both) throw new Error('no values');
  expect(both.variants[0]).toEqual(alone.variants[0]);
  expect(both.variants[1].values).not.toEqual(alone.variants[0].values);
});
