import { REFERENCE_VARIANTS } from '@ser/features';
import { memoryStore } from '@ser/model';
import { describe, expect, it } from 'vitest';
import type { ExperimentEvent } from '../reporter.ts';
import { collect } from '../testing/collect.ts';
import { failingStore } from '../testing/failing-store.ts';
import { fakeClip, fakeExtract, fakeExtractor } from '../testing/fake-extract.ts';
import { INTERRUPTED } from '../testing/interrupt-after.ts';
import { type ExtractTableOptions, extractTable } from './extract-table.ts';
import { selectRows, type Table } from './table.ts';
import { tableCache } from './table-cache.ts';
import { clipSeed } from './util/clip-seed.ts';

const clips = ['b', 'a', 'c'].map((id) => fakeClip(id));
const options = { extractor: fakeExtractor, variants: REFERENCE_VARIANTS };
const whole = await extractTable(clips, { ...options, extract: fakeExtract().extract });

/** A cache after the second clip of three was interrupted. */
async function interruptedCache(changes: Partial<ExtractTableOptions> = {}) {
  const cache = tableCache(memoryStore(), 'features.parquet');
  const controller = new AbortController();
  const { extract } = fakeExtract((id) => {
    if (id === 'a') controller.abort(INTERRUPTED);
  });
  const { signal } = controller;
  const work = extractTable(clips, { ...options, ...changes, extract, cache, signal });
  await expect(work).rejects.toBe(INTERRUPTED);
  return cache;
}

describe('a table', () => {
  it('holds the clips in their order, each before its variants', () => {
    expect(whole.rows.map(({ clip, variant }) => `${clip} ${variant}`)).toEqual(
      ['b', 'a', 'c'].flatMap((id) => [`${id} original`, `${id} noise`, `${id} stretch-pitch`]),
    );
  });

  it('holds the values of each row', () => {
    expect(whole.x).toHaveLength(9 * 2);
    expect(whole.x.filter((_, i) => i % 2)).toEqual(Float32Array.of(0, 1, 2, 0, 1, 2, 0, 1, 2));
  });

  it('seeds the variants of a clip with its id', () => {
    const seeds = whole.rows.map(({ clip }) => clipSeed(clip) % 1000);
    expect(whole.x.filter((_, i) => i % 2 === 0)).toEqual(Float32Array.from(seeds));
  });

  it('says how it was made', () => {
    const { extractor, variants, names, shape } = whole;
    expect({ extractor, variants, names, shape }).toEqual({
      ...options,
      names: ['zcr', 'rms'],
      shape: [2],
    });
  });

  it('has the labels of its clips, sorted', async () => {
    const two = [fakeClip('a', 'sad'), fakeClip('b', 'happy')];
    const table = await extractTable(two, { ...options, extract: fakeExtract().extract });
    expect(table.labels).toEqual(['happy', 'sad']);
  });

  it('has the labels that were asked for', async () => {
    const labels = ['sad', 'calm'];
    const table = await extractTable(clips, { ...options, labels, extract: fakeExtract().extract });
    expect(table.labels).toEqual(labels);
  });

  it('has no condition where a clip has none', async () => {
    const clip = { ...fakeClip('a'), info: { label: 'sad', speaker: '1' } };
    const table = await extractTable([clip], { ...options, extract: fakeExtract().extract });
    expect(table.rows[0]).toEqual({ clip: 'a', label: 'sad', speaker: '1', variant: 'original' });
  });

  it('holds the same whatever the order of the clips', async () => {
    const { extract } = fakeExtract();
    const turned = await extractTable([...clips].reverse(), { ...options, extract });
    expect(turned.x.slice(0, 6)).toEqual(whole.x.slice(12));
  });
});

describe('what extracts', () => {
  /** What it is called with. */
  const callOf = async (changes: Partial<ExtractTableOptions>) => {
    const { extract } = fakeExtract();
    const calls: Parameters<ExtractTableOptions['extract']>[] = [];
    await extractTable(clips, {
      ...options,
      ...changes,
      async *extract(all, config, extractOptions) {
        const list = await collect(all);
        calls.push([list, config, extractOptions]);
        yield* extract(list, config, extractOptions);
      },
    });
    const [[asked, config, { seedOf, ...rest }]] = calls;
    expect(calls).toHaveLength(1);
    expect(seedOf('03-01-01-01-01-01-01')).toBe(clipSeed('03-01-01-01-01-01-01'));
    return { asked, config, rest };
  };

  it('is handed clips, configuration, variants and signal', async () => {
    const { signal } = new AbortController();
    const { asked, config, rest } = await callOf({ signal });
    expect(asked).toEqual(clips);
    expect(config).toBe(fakeExtractor);
    expect(rest.variants).toBe(REFERENCE_VARIANTS);
    expect(rest.signal).toBe(signal);
  });

  it('is asked for no variants where none are wanted', async () => {
    const { rest } = await callOf({ variants: undefined });
    expect(rest).toEqual({ variants: [], signal: undefined });
  });

  it('is handed the clips alone that a cache lacks', async () => {
    const { asked } = await callOf({ cache: await interruptedCache() });
    expect(asked).toEqual([clips[2]]);
  });

  it('may answer in any order, and of clips that nobody asked for', async () => {
    const { extract } = fakeExtract();
    const events: ExperimentEvent[] = [];
    const table = await extractTable(clips, {
      ...options,
      reporter: (event) => events.push(event),
      async *extract(all, ...rest) {
        const list = await collect(all);
        yield* extract([fakeClip('x'), ...list.reverse()], ...rest);
      },
    });
    expect(table).toEqual(whole);
    expect(events).toHaveLength(4);
  });

  it.each([undefined, null, 'extractAll', {}])('cannot be %j', async (extract) => {
    const work = extractTable(clips, { ...options, extract: extract as never });
    await expect(work).rejects.toMatchObject({
      code: 'bad-argument',
      message: expect.stringMatching(
        /^extractTable: `extract` must be a function, such as extractAll, got /,
      ),
    });
  });
});

it('of no clips is an empty table', async () => {
  const table = await extractTable([], { ...options, extract: fakeExtract().extract });
  expect(table).toMatchObject({ labels: [], rows: [], x: new Float32Array() });
});

it('refuses recordings that are no map', async () => {
  const { extract } = fakeExtract();
  const recordings = { a: 'a' } as never;
  await expect(extractTable(clips, { ...options, extract, recordings })).rejects.toMatchObject({
    code: 'bad-argument',
    message: expect.stringContaining('extractTable: `recordings` must be a Map of clips’ ids'),
  });
});

describe('recordings', () => {
  const recordings = new Map([
    ['a', 'a'],
    ['b', 'a'],
  ]);
  const rowOf = (table: Table, id: string) => table.rows.find(({ clip }) => clip === id);

  it('stand in the rows of the clips that have one', async () => {
    const { extract } = fakeExtract();
    const table = await extractTable(clips, { ...options, extract, recordings });
    expect(rowOf(table, 'b')).toMatchObject({ recording: 'a' });
    expect(rowOf(table, 'c')).not.toHaveProperty('recording');
  });

  it('are those that are given, whatever a cache of the features says', async () => {
    const cache = tableCache(memoryStore(), 'features.parquet');
    const { extract } = fakeExtract();
    await extractTable(clips, { ...options, extract, cache, recordings });
    const none = await extractTable(clips, { ...options, extract, cache });
    expect(none.rows).toEqual(whole.rows);
    const again = await extractTable(clips, { ...options, extract, cache, recordings });
    expect(rowOf(again, 'b')).toMatchObject({ recording: 'a' });
  });
});

it('tells how far it is', async () => {
  const events: ExperimentEvent[] = [];
  const reporter = (event: ExperimentEvent) => events.push(event);
  await extractTable(clips, { ...options, extract: fakeExtract().extract, reporter });
  expect(events).toEqual([0, 1, 2, 3].map((done) => ({ kind: 'extract', done, total: 3 })));
});

describe('a clip that cannot be read', () => {
  const withBad = [fakeClip('a'), fakeClip('bad'), fakeClip('c')];

  it('is left out with all of its rows, and named', async () => {
    const problems: string[] = [];
    const onProblem = (file: string, { message }: Error) => problems.push(`${file}: ${message}`);
    const { extract } = fakeExtract();
    const table = await extractTable(withBad, { ...options, extract, onProblem });
    expect(table.rows.map(({ clip }) => clip)).toEqual(['a', 'a', 'a', 'c', 'c', 'c']);
    expect(problems).toEqual(['bad.wav: bad is no WAV']);
  });

  it('counts in the progress as others do', async () => {
    const events: ExperimentEvent[] = [];
    const reporter = (event: ExperimentEvent) => events.push(event);
    const { extract } = fakeExtract();
    await extractTable(withBad, { ...options, extract, onProblem() {}, reporter });
    expect(events).toEqual([0, 1, 2, 3].map((done) => ({ kind: 'extract', done, total: 3 })));
  });

  it('is tried again by the next call', async () => {
    const cache = tableCache(memoryStore(), 'features.parquet');
    const first = { ...options, extract: fakeExtract().extract, cache, onProblem() {} };
    await extractTable(withBad, first);
    const { extract, extracted } = fakeExtract();
    await extractTable(withBad, { ...first, extract });
    expect(extracted).toEqual(['bad']);
  });

  it('throws where nobody is told', async () => {
    const { extract } = fakeExtract();
    await expect(extractTable(withBad, { ...options, extract })).rejects.toThrow('bad is no WAV');
  });
});

it('takes features that are no finite numbers for a problem of their clip', async () => {
  const { extract } = fakeExtract();
  const spoilt: ExtractTableOptions['extract'] = async function* (...args) {
    for await (const each of extract(...args)) {
      if (each.id === 'a' && !each.error) each.variants[1].values[1] = Number.NaN;
      yield each;
    }
  };
  const problems: string[] = [];
  const onProblem = (_: string, { message }: Error) => problems.push(message);
  const table = await extractTable(clips, { ...options, extract: spoilt, onProblem });
  expect(new Set(table.rows.map(({ clip }) => clip))).toEqual(new Set(['b', 'c']));
  expect(problems).toEqual(['extractTable: rms of clip a (stretch-pitch) must be finite, got NaN']);
  await expect(extractTable(clips, { ...options, extract: spoilt })).rejects.toMatchObject({
    code: 'bad-table',
  });
});

it('refuses labels without that of a clip, before anything is extracted', async () => {
  const { extract, extracted } = fakeExtract();
  const work = extractTable(clips, { ...options, extract, labels: ['sad'] });
  await expect(work).rejects.toThrow('got sad without calm of b.wav');
  expect(extracted).toEqual([]);
});

it('refuses two clips of one id', async () => {
  const { extract, extracted } = fakeExtract();
  const twice = [...clips, { ...fakeClip('a'), file: 'copy/a.wav' }];
  await expect(extractTable(twice, { ...options, extract })).rejects.toMatchObject({
    code: 'duplicate-clip',
    message: expect.stringContaining('got a twice: a.wav and copy/a.wav'),
  });
  expect(extracted).toEqual([]);
});

it('refuses sequences of any length', async () => {
  const extractor = { ...fakeExtractor, statistic: null };
  const work = extractTable(clips, { extractor, extract: fakeExtract().extract });
  await expect(work).rejects.toThrow('`extractor.frames` must be set');
});

describe('the cache', () => {
  it('holds what was extracted when the signal aborted', async () => {
    const cache = await interruptedCache();
    const { rows = [] } = (await cache.read()) ?? {};
    expect(rows.map(({ clip }) => clip)).toEqual(['b', 'b', 'b', 'a', 'a', 'a']);
  });

  it('is no whole table where `extract` ends quietly at the abort', async () => {
    const controller = new AbortController();
    const { extract: all } = fakeExtract();
    const quiet: typeof all = async function* (...args) {
      for await (const result of all(...args)) {
        yield result;
        controller.abort(INTERRUPTED);
        return;
      }
    };
    const { signal } = controller;
    const work = extractTable(clips, { ...options, extract: quiet, signal });
    await expect(work).rejects.toBe(INTERRUPTED);
  });

  it('holds what was extracted when a clip failed', async () => {
    const cache = tableCache(memoryStore(), 'features.parquet');
    const some = [fakeClip('a'), fakeClip('bad')];
    const work = extractTable(some, { ...options, extract: fakeExtract().extract, cache });
    await expect(work).rejects.toThrow('bad is no WAV');
    expect((await cache.read())?.rows).toHaveLength(3);
  });

  it('spares the clips that it has, and the table is the same', async () => {
    const cache = await interruptedCache();
    const { extract, extracted } = fakeExtract();
    expect(await extractTable(clips, { ...options, extract, cache })).toEqual(whole);
    expect(extracted).toEqual(['c']);
  });

  it('is told of in the progress', async () => {
    const events: ExperimentEvent[] = [];
    const cache = await interruptedCache();
    const reporter = (event: ExperimentEvent) => events.push(event);
    await extractTable(clips, { ...options, extract: fakeExtract().extract, cache, reporter });
    expect(events).toEqual([2, 3].map((done) => ({ kind: 'extract', done, total: 3 })));
  });

  it('holds the whole table in the end', async () => {
    const cache = await interruptedCache();
    await extractTable(clips, { ...options, extract: fakeExtract().extract, cache });
    expect(await cache.read()).toEqual(whole);
  });

  it.each([
    ['features', { extractor: { ...fakeExtractor, sampleRate: 16000 } }],
    ['variants', { variants: [] }],
    [
      'variants of the same names',
      {
        variants: REFERENCE_VARIANTS.map(({ name }) => ({
          name,
          steps: [{ kind: 'addNoise', amplitude: 0.5 } as const],
        })),
      },
    ],
  ])('is not used for other %s', async (_, changes) => {
    const cache = await interruptedCache();
    const { extract, extracted } = fakeExtract();
    await extractTable(clips, { ...options, ...changes, extract, cache });
    expect(extracted).toEqual(['b', 'a', 'c']);
  });

  it('is not used for a clip that lacks a variant', async () => {
    const cache = tableCache(memoryStore(), 'features.parquet');
    // All rows but the last, which is a variant of c.
    await cache.write(selectRows(whole, [0, 1, 2, 3, 4, 5, 6, 7]));
    const { extract, extracted } = fakeExtract();
    expect(await extractTable(clips, { ...options, extract, cache })).toEqual(whole);
    expect(extracted).toEqual(['c']);
  });

  it('is written once before anything is extracted, and once with all of it', async () => {
    const store = failingStore();
    const cache = tableCache(store, 'features.parquet');
    const sizes: (number | undefined)[] = [];
    const { extract } = fakeExtract(() => {
      sizes.push(store.written.length);
    });
    await extractTable(clips, { ...options, extract, cache });
    expect(sizes).toEqual([1, 1, 1]);
    expect(store.written).toEqual(['features.parquet', 'features.parquet']);
    expect(await cache.read()).toEqual(whole);
  });

  it('stays where a clip fails before any other', async () => {
    const store = failingStore();
    const cache = tableCache(store, 'features.parquet');
    await cache.write(selectRows(whole, [0, 1, 2]));
    const some = [fakeClip('b'), fakeClip('bad')];
    const work = extractTable(some, { ...options, extract: fakeExtract().extract, cache });
    await expect(work).rejects.toThrow('bad is no WAV');
    expect(store.written).toHaveLength(1);
  });

  it('is not written where it has every clip', async () => {
    const store = failingStore();
    const cache = tableCache(store, 'features.parquet');
    await cache.write(whole);
    await extractTable(clips, { ...options, extract: fakeExtract().extract, cache });
    expect(store.written).toHaveLength(1);
  });

  describe('of other variants', () => {
    /** A cache of the whole table, and the signal of a work that is over before its first clip. */
    const filled = async () => {
      const store = memoryStore();
      const cache = tableCache(store, 'features.parquet');
      await cache.write(whole);
      return { store, cache, signal: AbortSignal.abort(INTERRUPTED) };
    };

    it('stays where nothing new was extracted', async () => {
      const { cache, signal } = await filled();
      const { extract } = fakeExtract();
      const work = extractTable(clips, { extractor: fakeExtractor, extract, cache, signal });
      await expect(work).rejects.toBe(INTERRUPTED);
      expect(await cache.read()).toEqual(whole);
    });

    it('gives way to what was extracted', async () => {
      const { cache } = await filled();
      const { extract } = fakeExtract();
      const table = await extractTable(clips, { extractor: fakeExtractor, extract, cache });
      expect(await cache.read()).toEqual(table);
    });

    it('fails before anything is extracted where it cannot be written', async () => {
      const { store } = await filled();
      const full = { ...failingStore(0), read: store.read };
      const cache = tableCache(full, 'features.parquet');
      const { extract, extracted } = fakeExtract();
      const work = extractTable(clips, { extractor: fakeExtractor, extract, cache });
      await expect(work).rejects.toThrow('no space');
      expect(extracted).toEqual([]);
    });
  });

  it('does not decide what a clip’s label is', async () => {
    const cache = await interruptedCache();
    const relabelled = clips.map(({ id }) => fakeClip(id, 'sad'));
    const { extract, extracted } = fakeExtract();
    const table = await extractTable(relabelled, { ...options, extract, cache });
    expect(extracted).toEqual(['c']);
    expect(new Set(table.rows.map(({ label }) => label))).toEqual(new Set(['sad']));
  });

  it('that cannot be written fails before anything is extracted', async () => {
    const { extract, extracted } = fakeExtract();
    const cache = tableCache(failingStore(0), 'features.parquet');
    await expect(extractTable(clips, { ...options, extract, cache })).rejects.toThrow('no space');
    expect(extracted).toEqual([]);
  });
});
