import { getEventListeners } from 'node:events';
import { availableParallelism } from 'node:os';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { beforeEach, describe, expect, test } from 'vitest';
import { applyVariant } from '../augment/apply-variant.ts';
import { extractVariant } from '../augment/extract-variant.ts';
import { REFERENCE_VARIANTS } from '../augment/reference-variants.ts';
import type { VariantConfig } from '../augment/variant-config.ts';
import { createExtractor } from '../extractor/create-extractor.ts';
import type { ExtractorConfig } from '../extractor/extractor-config.ts';
import { FeatureError } from '../feature-error.ts';
import { all, oddClips, oddConfig, oddExtractor, rawDecoding } from '../testing/odd-clips.ts';
import { encodeRaw } from '../testing/raw-audio.ts';
import { extractWith } from './extract-all.ts';
import type { ClipFeatures, ClipSource, ExtractAllOptions, ExtractProgress } from './index.ts';
import type { ClipPool } from './util/clip-pool.ts';
import { extractClip } from './util/extract-clip.ts';
import { hashId } from './util/hash-id.ts';

/** The pools that were made since the test began. */
const pools: { workers: number; destroyed: number }[] = [];

/**
 * Clips are extracted on this thread, the first of two after the second. `util/clip-pool.test.ts`
 * has the threads.
 */
function createPool(workers: number): Pick<ClipPool, 'run' | 'destroy'> {
  const state = { workers, destroyed: 0 };
  pools.push(state);
  let runs = 0;
  return {
    async run(task) {
      const turns = runs++ % 2 === 0 ? 5 : 0;
      for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
      return extractClip(structuredClone(task));
    },
    async destroy() {
      state.destroyed++;
    },
  };
}

const extractAll = (
  clips: Iterable<ClipSource> | AsyncIterable<ClipSource>,
  config: ExtractorConfig,
  options: ExtractAllOptions = {},
): AsyncGenerator<ClipFeatures, void, undefined> => extractWith(createPool, clips, config, options);

beforeEach(() => {
  pools.length = 0;
});

const sampleRate = 8000;
const config = oddConfig;
const decoding = rawDecoding;
const clips = oddClips;
const { extractSamples } = oddExtractor;

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

test('failures are counted where they happen', async () => {
  const missing: ClipSource = { id: 'missing', file: '/nowhere.raw' };
  const progress: ExtractProgress[] = [];
  const onProgress = (now: ExtractProgress): void => {
    progress.push(now);
  };
  const sources = [missing, clips[0], missing];
  await all(extractAll(sources, config, { ...decoding, workers: 2, onProgress }));
  expect(progress).toEqual([
    { done: 1, failed: 1, id: 'missing' },
    { done: 2, failed: 1, id: 'clip-0' },
    { done: 3, failed: 2, id: 'missing' },
  ]);
});

test('the decoder is `decodeWav` unless it has another name, and may be a text', async () => {
  const { href } = new URL('../testing/raw-audio.ts', import.meta.url);
  const source: ClipSource = { id: 'bytes', bytes: () => Promise.resolve(encodeRaw(clips[0])) };
  const [result] = await all(extractAll([source], config, { decoder: href, workers: 1 }));
  // That of the tests' module gives silence of the same length.
  expect(result.values).toEqual(extractSamples(new Float32Array(clips[0].samples.length)));
});

test('a decoder may answer later', async () => {
  const decoder = new URL('../testing/bad-decoders.ts', import.meta.url);
  const source: ClipSource = { id: 'bytes', bytes: () => Promise.resolve(encodeRaw(clips[0])) };
  const broken: ClipSource = { id: 'half', bytes: () => Promise.resolve(new Uint8Array(7)) };
  const options = { decoder, decoderName: 'decodeBadly', workers: 1 };
  const [first, second] = await all(extractAll([source, broken], config, options));
  expect(first.values).toEqual(extractSamples(clips[0].samples));
  expect(second.error?.message).toBe('decodeRaw: half a sample');
});

test('clips are resampled to the rate of the configuration, and cut', async () => {
  const cut = { ...config, sampleRate: 6000, offset: 0.05, duration: 0.1 };
  const [result] = await all(extractAll([clips[1]], cut, { workers: 1 }));
  expect(result.values).toEqual(createExtractor(cut).extract(clips[1]));
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

test('the seed of a clip is the FNV-1a hash of its id, unless another is given', async () => {
  // From the authors' test vectors.
  const sources = [
    { ...clips[1], id: 'a' },
    { ...clips[1], id: 'foobar' },
  ];
  const results = await all(extractAll(sources, config, { workers: 1, variants }));
  expect(results.map((result) => result.variants)).toEqual([
    varied(clips[1].samples, 0xe40c292c),
    varied(clips[1].samples, 0xbf9cf968),
  ]);
});

const changed: VariantConfig[] = [
  { name: 'fast', steps: [{ kind: 'speed', rate: 1.25 }] },
  { name: 'hiss', steps: [{ kind: 'noise', snrDb: [0, 20] }] },
  { name: 'murmur', steps: [{ kind: 'noise', snrDb: [0, 20] }, { kind: 'addNoise' }] },
];

test('variants of recordings come from numbers of the clip and of their name', async () => {
  const [first] = clips;
  const options = { workers: 1, variants: changed, seedOf: () => 7 };
  const [result] = await all(extractAll([first], config, options));
  const seeds = { fast: '7/fast', hiss: '7/hiss', murmur: '7/murmur' };
  expect(result.variants).toEqual(
    changed.map((variant) => {
      const generator = xoroshiro128plus(hashId(seeds[variant.name as keyof typeof seeds]));
      const random = (): number => uniformFloat64(generator);
      const values = extractVariant(oddExtractor, first, variant, { random });
      return { name: variant.name, values };
    }),
  );
});

test('a variant is the same whatever stands beside it', async () => {
  const valuesOf = async (...some: VariantConfig[]): Promise<Map<string, Float32Array>> => {
    const [result] = await all(extractAll([clips[1]], config, { workers: 1, variants: some }));
    return new Map(result.variants?.map(({ name, values }) => [name, values]));
  };
  const [fast, hiss, murmur] = changed;
  const mixed = await valuesOf(murmur, variants[0], fast, hiss, variants[1]);
  const apart = [await valuesOf(hiss), await valuesOf(murmur), await valuesOf(...variants)];
  for (const [name, values] of apart.flatMap((each) => [...each])) {
    expect(mixed.get(name), name).toEqual(values);
  }
});

test('a clip of which a variant fails has no rows', async () => {
  // Ten samples: a thousandth of their time is no sample.
  const short = { id: 'short', samples: clips[0].samples.subarray(0, 10), sampleRate };
  const fast = [{ name: 'fast', steps: [{ kind: 'timeStretch', rate: 1000 }] }] as const;
  const [result] = await all(extractAll([short], config, { workers: 1, variants: fast }));
  expect(result).toEqual({ id: 'short', error: expect.any(FeatureError) });
});

test('a seed out of range is the clip’s error', async () => {
  const seeds = [0, 2 ** 32 - 1, -1, 2 ** 32, 0.5];
  const sources = seeds.map((seed) => ({ ...clips[0], id: String(seed) }));
  const results = await all(extractAll(sources, config, { workers: 1, seedOf: Number }));
  expect(results.map(({ error }) => error?.message)).toEqual([
    undefined,
    undefined,
    ...seeds
      .slice(2)
      .map(
        (seed) => `extractAll: \`seedOf\` must be a whole number in [0, 4294967295], got ${seed}`,
      ),
  ]);
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
  expect(taken).toBe(4);
});

test('four clips a worker are on their way, and no more', async () => {
  let taken = 0;
  const counted = function* (): Generator<ClipSource> {
    for (;;) yield clips[taken++ % clips.length];
  };
  const ahead: number[] = [];
  let seen = 0;
  for await (const _ of extractAll(counted(), config, { workers: 2 })) {
    ahead.push(taken - seen);
    if (++seen === 3) break;
  }
  expect(ahead).toEqual([8, 8, 8]);
});

test('by default there is a worker for each processor', async () => {
  await all(extractAll(clips.slice(0, 1), config));
  expect(pools).toEqual([{ workers: availableParallelism(), destroyed: 1 }]);
});

describe('the pool is destroyed once', () => {
  const few = clips.slice(0, 2);
  const end = [{ workers: 1, destroyed: 1 }];

  test('at the end', async () => {
    await all(extractAll(few, config, { workers: 1 }));
    expect(pools).toEqual(end);
  });

  test('where the loop is left', async () => {
    for await (const _ of extractAll(few, config, { workers: 1 })) break;
    expect(pools).toEqual(end);
  });

  test('where the list of clips fails', async () => {
    const broken = function* (): Generator<ClipSource> {
      yield clips[0];
      throw new Error('torn list');
    };
    await expect(all(extractAll(broken(), config, { workers: 1 }))).rejects.toThrow('torn list');
    expect(pools).toEqual(end);
  });

  test('where the caller of progress fails', async () => {
    const onProgress = (): void => {
      throw new Error('torn display');
    };
    const results = extractAll(few, config, { workers: 1, onProgress });
    await expect(all(results)).rejects.toThrow('torn display');
    expect(pools).toEqual(end);
  });

  test('and none is made after an abort', async () => {
    const aborted = extractAll(few, config, { signal: AbortSignal.abort(new Error('before')) });
    await expect(all(aborted)).rejects.toThrow('before');
    expect(pools).toEqual([]);
  });
});

test('nobody listens to the signal any more', async () => {
  const { signal } = new AbortController();
  await all(extractAll(clips.slice(0, 2), config, { workers: 1, signal }));
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('an abort does not wait for bytes that never come', async () => {
  const controller = new AbortController();
  const never: ClipSource = { id: 'never', bytes: () => new Promise(() => {}) };
  const options = { ...decoding, workers: 1, signal: controller.signal };
  const results = extractAll([clips[0], never], config, options);
  await results.next();
  const next = results.next();
  controller.abort(new Error('enough'));
  await expect(next).rejects.toThrow('enough');
});
