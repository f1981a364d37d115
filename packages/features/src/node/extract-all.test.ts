import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ExtractorConfig } from '../extractor/config.ts';
import { createExtractor } from '../extractor/create-extractor.ts';
import { FeatureError } from '../feature-error.ts';
import { encodeRaw } from '../testing/raw-audio.ts';
import { seeded } from '../testing/signals.ts';
import { type ClipFeatures, type ClipSource, type ExtractProgress, extractAll } from './index.ts';

const sampleRate = 8000;
const config: ExtractorConfig = {
  sampleRate,
  nFft: 256,
  features: [{ kind: 'rms' }, { kind: 'mel', nMels: 4 }],
};
const decoding = {
  decoder: new URL('../testing/raw-audio.ts', import.meta.url),
  decoderName: 'decodeRaw',
};

/** Clips of different lengths, so that workers finish them out of order. */
const clips = Array.from({ length: 12 }, (_, i) => {
  const random = seeded(i);
  const samples = Float32Array.from({ length: 500 + 9000 * ((i * 7) % 5) }, () => random() - 0.5);
  return { id: `clip-${i}`, samples, sampleRate };
});
const { extractSamples } = createExtractor(config);

async function all(results: AsyncIterable<ClipFeatures>): Promise<ClipFeatures[]> {
  const list: ClipFeatures[] = [];
  for await (const result of results) list.push(result);
  return list;
}

test.each([1, 3])('%i workers give in order what one extractor gives', async (workers) => {
  const progress: ExtractProgress[] = [];
  const results = await all(
    extractAll(clips, config, { workers, onProgress: (now) => progress.push(now) }),
  );
  expect(results).toEqual(
    clips.map(({ id, samples }) => ({ id, values: extractSamples(samples) })),
  );
  expect(progress).toEqual(clips.map(({ id }, i) => ({ done: i + 1, failed: 0, id })));
});

test('files are read and bytes decoded in the workers', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ser-extract-all-'));
  try {
    const file = join(folder, 'clip.raw');
    await writeFile(file, encodeRaw(clips[0]));
    const sources: ClipSource[] = [
      { id: 'file', file },
      { id: 'bytes', bytes: () => Promise.resolve(encodeRaw(clips[1])) },
    ];
    const results = await all(extractAll(sources, config, { ...decoding, workers: 2 }));
    expect(results.map(({ values }) => values)).toEqual([
      extractSamples(clips[0].samples),
      extractSamples(clips[1].samples),
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('bad clips give their errors in their places, and the others go on', async () => {
  const sources: ClipSource[] = [
    clips[0],
    { id: 'silent type', samples: Float32Array.of(Number.NaN), sampleRate },
    { id: 'missing', file: '/nowhere.raw' },
    { id: 'broken', bytes: () => Promise.resolve(new Uint8Array(3)) },
    { id: 'unreadable', bytes: () => Promise.reject(new Error('no such entry')) },
    { id: 'nothing' } as never,
    clips[1],
  ];
  let failed = 0;
  const results = await all(
    extractAll(sources, config, {
      ...decoding,
      workers: 2,
      onProgress: (now) => {
        failed = now.failed;
      },
    }),
  );
  expect(results.map(({ id }) => id)).toEqual(sources.map(({ id }) => id));
  expect(results.map(({ values }) => values !== undefined)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
    true,
  ]);
  expect(results[1].error).toBeInstanceOf(FeatureError);
  expect(results[1].error).toMatchObject({ code: 'bad-audio' });
  expect(results[2].error).toMatchObject({ code: 'ENOENT' });
  expect(results[3].error).toMatchObject({
    name: 'RangeError',
    message: 'decodeRaw: half a sample',
  });
  expect(results[4].error?.message).toBe('no such entry');
  expect(results[5].error?.message).toContain('samples, bytes() or a file');
  expect(failed).toBe(5);
});

test('bytes without a decoder, and a module without the function, are errors that say so', async () => {
  const source: ClipSource = { id: 'bytes', bytes: () => Promise.resolve(encodeRaw(clips[0])) };
  const [none] = await all(extractAll([source], config, { workers: 1 }));
  expect(none.error?.message).toContain('`decoder` is missing');
  const [wrong] = await all(
    extractAll([source], config, { ...decoding, decoderName: 'decode', workers: 1 }),
  );
  expect(wrong.error?.message).toContain('exports no function decode');
});

test('an abort ends the iteration with its reason', async () => {
  const controller = new AbortController();
  const seen: string[] = [];
  const endless = function* (): Generator<ClipSource> {
    for (let i = 0; ; i++) yield clips[i % clips.length];
  };
  const loop = async (): Promise<void> => {
    const options = { workers: 2, signal: controller.signal };
    for await (const { id } of extractAll(endless(), config, options)) {
      seen.push(id);
      if (seen.length === 5) controller.abort(new Error('enough'));
    }
  };
  await expect(loop()).rejects.toThrow('enough');
  expect(seen.length).toBe(5);
  const aborted = extractAll(clips, config, { signal: AbortSignal.abort(new Error('before')) });
  await expect(all(aborted)).rejects.toThrow('before');
});

test('leaving the loop stops taking clips', async () => {
  let taken = 0;
  const counted = function* (): Generator<ClipSource> {
    for (;;) yield clips[taken++ % clips.length];
  };
  for await (const _ of extractAll(counted(), config, { workers: 1 })) break;
  expect(taken).toBeLessThanOrEqual(4);
});

test('a bad configuration fails at once', () => {
  expect(() => extractAll(clips, { ...config, sampleRate: 0 })).toThrow(FeatureError);
  expect(() => extractAll(clips, config, { workers: 0 })).toThrow('extractAll: `workers`');
  expect(() => extractAll({} as never, config)).toThrow('extractAll: `clips` must be iterable');
});
