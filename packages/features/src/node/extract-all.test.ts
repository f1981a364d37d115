import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seeded } from '@ser/testing';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, test } from 'vitest';
import { applyVariant } from '../augment/apply-variant.ts';
import { REFERENCE_VARIANTS } from '../augment/reference-variants.ts';
import { createExtractor } from '../extractor/create-extractor.ts';
import type { ExtractorConfig } from '../extractor/extractor-config.ts';
import { FeatureError } from '../feature-error.ts';
import { BAD } from '../testing/bad-decoders.ts';
import { encodeRaw } from '../testing/raw-audio.ts';
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
  const results = await all(extractAll(clips, config, { workers }));
  expect(results).toEqual(
    clips.map(({ id, samples }) => ({ id, values: extractSamples(samples), variants: [] })),
  );
});

test('progress is reported after each clip, in order', async () => {
  const progress: ExtractProgress[] = [];
  await all(extractAll(clips, config, { workers: 3, onProgress: (now) => progress.push(now) }));
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

test('a number of workers out of range is refused', () => {
  expect(() => extractAll(clips, config, { workers: 0 })).toThrow('extractAll: `workers`');
});

test('what is no list of clips is refused', () => {
  expect(() => extractAll({} as never, config)).toThrow('extractAll: `clips` must be iterable');
});

test('a bad configuration fails at once', () => {
  expect(() => extractAll(clips, { ...config, sampleRate: 0 })).toThrow(FeatureError);
});

const bad: [text: string, source: ClipSource, error: object][] = [
  [
    'samples that are not finite',
    { id: 'not finite', samples: Float32Array.of(Number.NaN), sampleRate },
    { name: 'FeatureError', code: 'bad-audio' },
  ],
  ['a file that is not there', { id: 'missing', file: '/nowhere.raw' }, { code: 'ENOENT' }],
  [
    'bytes that do not decode',
    { id: 'broken', bytes: () => Promise.resolve(new Uint8Array(3)) },
    { name: 'RangeError', message: 'decodeRaw: half a sample' },
  ],
  [
    'bytes that do not come',
    { id: 'unreadable', bytes: () => Promise.reject(new Error('no such entry')) },
    { message: 'no such entry' },
  ],
  [
    'a clip of nothing',
    { id: 'nothing' } as never,
    { message: expect.stringContaining('samples, bytes() or a file') },
  ],
];

test.each(bad)('%s: an error in their place', async (_, source, error) => {
  const [result] = await all(extractAll([source], config, { ...decoding, workers: 1 }));
  expect(result).toEqual({ id: source.id, error: expect.objectContaining(error) });
});

test('an error of this package keeps its class', async () => {
  const [{ error }] = await all(extractAll([bad[0][1]], config, { workers: 1 }));
  expect(error).toBeInstanceOf(FeatureError);
});

test('bad clips do not stop the others', async () => {
  let failed = 0;
  const sources = [clips[0], ...bad.map(([, source]) => source), clips[1]];
  const onProgress = (now: ExtractProgress): void => {
    failed = now.failed;
  };
  const results = await all(extractAll(sources, config, { ...decoding, workers: 2, onProgress }));
  expect(results.map(({ id }) => id)).toEqual(sources.map(({ id }) => id));
  const extracted = results.filter(({ values }) => values !== undefined);
  expect(extracted.map(({ id }) => id)).toEqual([clips[0].id, clips[1].id]);
  expect(failed).toBe(5);
});

const variants = REFERENCE_VARIANTS;

/** What the variants of a clip must be, from the seed of its random numbers. */
function varied(samples: Float32Array, seed: number): { name: string; values: Float32Array }[] {
  const generator = xoroshiro128plus(seed);
  const random = (): number => uniformFloat64(generator);
  return variants.map((variant) => ({
    name: variant.name,
    values: extractSamples(applyVariant(samples, variant, { sampleRate, random })),
  }));
}

test('variants come with their clip, from the seeds that were asked for', async () => {
  const seedOf = (id: string): number => 7 + Number(id.split('-')[1]);
  const few = clips.slice(0, 4);
  const results = await all(extractAll(few, config, { workers: 2, variants, seedOf }));
  expect(results).toEqual(
    few.map(({ id, samples }) => ({
      id,
      values: extractSamples(samples),
      variants: varied(samples, seedOf(id)),
    })),
  );
});

test('without seeds, variants are those of the id and not of the order', async () => {
  const [a, b] = [clips[1], clips[2]];
  const forwards = await all(extractAll([a, b], config, { workers: 1, variants }));
  const backwards = await all(extractAll([b, a], config, { workers: 1, variants }));
  expect(backwards.toReversed()).toEqual(forwards);
  const other = await all(extractAll([{ ...a, id: 'other' }], config, { workers: 1, variants }));
  expect(other[0].variants?.[0]).not.toEqual(forwards[0].variants?.[0]);
});

test('a clip of which a variant fails has no rows', async () => {
  // Ten samples: a thousandth of their time is no sample.
  const short = { id: 'short', samples: clips[0].samples.subarray(0, 10), sampleRate };
  const fast = [{ name: 'fast', steps: [{ kind: 'timeStretch', rate: 1000 }] }] as const;
  const [result] = await all(extractAll([short], config, { workers: 1, variants: fast }));
  expect(result).toEqual({ id: 'short', error: expect.any(FeatureError) });
});

test('a seed out of range is the clip’s error', async () => {
  const seedOf = (): number => -1;
  const [{ error }] = await all(extractAll(clips.slice(0, 1), config, { workers: 1, seedOf }));
  expect(error?.message).toBe(
    'extractAll: `seedOf` must be a whole number in [0, 4294967295], got -1',
  );
});

test('bad variants fail at once', () => {
  const unnamed = [{ name: 'original', steps: [] }];
  expect(() => extractAll(clips, config, { variants: unnamed })).toThrow(
    'extractAll: `variants[0].name`',
  );
});

const encoded: ClipSource = { id: 'bytes', bytes: () => Promise.resolve(encodeRaw(clips[0])) };

test('bytes without a decoder are a wrong argument', async () => {
  const [{ error }] = await all(extractAll([encoded], config, { workers: 1 }));
  expect(error).toEqual(
    new FeatureError(
      'bad-argument',
      "extractAll: `decoder` must be a module's URL, since the clip has no samples, got undefined",
    ),
  );
});

test('a decoder’s name that its module lacks is a wrong argument', async () => {
  const options = { ...decoding, decoderName: 'decode', workers: 1 };
  const [{ error }] = await all(extractAll([encoded], config, options));
  expect(error).toEqual(
    new FeatureError(
      'bad-argument',
      `extractAll: \`decoderName\` must be the name of a function of ${decoding.decoder}, ` +
        "got 'decode'",
    ),
  );
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
});

test('an abort before the start is thrown at once', async () => {
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

const misbehaving = {
  decoder: new URL('../testing/bad-decoders.ts', import.meta.url),
  decoderName: 'decodeBadly',
};
const holding = (id: string, bytes: Uint8Array): ClipSource => ({
  id,
  bytes: () => Promise.resolve(bytes),
});
const good = clips.map((clip) => holding(clip.id, encodeRaw(clip)));

test.each([
  ['process.exit', BAD.exits, 'exit code 3'],
  ['an error that no promise carries', BAD.throwsLater, 'thrown by nobody’s promise'],
])('%s in a decoder: an error in its place, and the others go on', async (_, bytes, how) => {
  for (const workers of [1, 2]) {
    const sources = [...good.slice(0, 3), holding('bad', bytes), ...good.slice(3)];
    const results = await all(extractAll(sources, config, { ...misbehaving, workers }));
    expect(results.map(({ id }) => id)).toEqual(sources.map(({ id }) => id));
    expect(results[3].error).toEqual(
      expect.objectContaining({
        name: 'FeatureError',
        code: 'lost-worker',
        message: expect.stringContaining(how),
      }),
    );
    expect(results.filter(({ error }) => error).length).toBe(1);
    expect(results[11].values).toEqual(extractSamples(clips[10].samples));
  }
});

test('process.exit for every clip: an error each', async () => {
  const sources = Array.from({ length: 3 }, (_, i) => holding(`bad-${i}`, BAD.exits));
  const results = await all(extractAll(sources, config, { ...misbehaving, workers: 2 }));
  expect(results.map(({ error }) => FeatureError.isInstance(error) && error.code)).toEqual(
    sources.map(() => 'lost-worker'),
  );
});

test('a decoder that ends its worker after the answer costs no other clip', async () => {
  const sources = good.flatMap((source, i) =>
    i % 4 ? [source] : [holding(`${i}`, BAD.exitsLater), source],
  );
  const results = await all(extractAll(sources, config, { ...misbehaving, workers: 1 }));
  const errors = results.filter(({ id, error }) => error && id.startsWith('clip'));
  expect(errors).toEqual([]);
});

test.each([
  ['a loop', BAD.loops],
  ['a promise', BAD.waits],
])('an abort stops a decoder that never returns: %s', async (_, bytes) => {
  const controller = new AbortController();
  const sources = [good[0], holding('bad', bytes), good[1]];
  const options = { ...misbehaving, workers: 1, signal: controller.signal };
  const loop = async (): Promise<void> => {
    for await (const { id } of extractAll(sources, config, options)) {
      if (id === good[0].id) controller.abort(new Error('enough'));
    }
  };
  await expect(loop()).rejects.toThrow('enough');
});

test('leaving the loop stops a decoder that never returns', async () => {
  const sources = [good[0], holding('bad', BAD.loops), good[1]];
  const seen: string[] = [];
  for await (const { id } of extractAll(sources, config, { ...misbehaving, workers: 1 })) {
    seen.push(id);
    break;
  }
  expect(seen).toEqual([good[0].id]);
});

test('an abort does not wait for bytes that never come', async () => {
  const controller = new AbortController();
  const never: ClipSource = { id: 'never', bytes: () => new Promise(() => {}) };
  const options = { ...misbehaving, workers: 1, signal: controller.signal };
  const results = extractAll([good[0], never], config, options);
  await results.next();
  const next = results.next();
  controller.abort(new Error('enough'));
  await expect(next).rejects.toThrow('enough');
});

test('a clip that no worker can be sent is a wrong argument', async () => {
  const audio = { samples: clips[0].samples, sampleRate: () => 8000 };
  const [{ error }] = await all(
    extractAll([{ id: 'odd', ...audio } as never], config, { workers: 1 }),
  );
  expect(error).toEqual(expect.objectContaining({ name: 'FeatureError', code: 'bad-argument' }));
});
