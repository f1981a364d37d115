import { REFERENCE_VARIANTS } from '@ser/features';
import { describe, expect, it } from 'vitest';
import type { ExperimentEvent } from '../reporter.ts';
import { collect } from '../testing/collect.ts';
import { fakeClip, fakeExtract, fakeExtractor } from '../testing/fake-extract.ts';
import { memoryFeatures } from '../testing/memory-features.ts';
import type { LabelledClip } from './extract-clips.ts';
import { extractRows } from './extract-rows.ts';
import type { ExtractRowsOptions } from './extract-rows-options.ts';
import { extractTable } from './extract-table.ts';

const clips: LabelledClip[] = ['b', 'a', 'c'].map((id) => ({
  ...fakeClip(id),
  bytes: async () => new TextEncoder().encode(id),
}));
const options = { extractor: fakeExtractor, variants: REFERENCE_VARIANTS };
const whole = await extractTable(clips, { ...options, extract: fakeExtract().extract });

const rowsOf = (changes: Partial<ExtractRowsOptions> = {}, asked = clips) =>
  collect(extractRows(asked, { ...options, extract: fakeExtract().extract, ...changes }));

it('gives the rows of each clip in turn, which are those of a table', async () => {
  const parts = await rowsOf();
  expect(parts.map(({ rows }) => rows.length)).toEqual([3, 3, 3]);
  expect(parts.flatMap(({ rows }) => rows)).toEqual(whole.rows);
  expect(Float32Array.from(parts.flatMap(({ x }) => [...x]))).toEqual(whole.x);
});

it('gives rows before the next clip is extracted', async () => {
  const { extract, extracted } = fakeExtract();
  const rows = extractRows(clips, { ...options, extract });
  await rows.next();
  expect(extracted).toEqual(['b']);
});

it('knows the recordings of clips', async () => {
  const [first, second] = await rowsOf({ recordings: new Map([['a', 'b']]) });
  expect(first.rows[0]).not.toHaveProperty('recording');
  expect(second.rows.map(({ recording }) => recording)).toEqual(['b', 'b', 'b']);
});

it('leaves out a clip that fails, and tells of it', async () => {
  const problems: string[] = [];
  const onProblem = (file: string, error: Error) => problems.push(`${file}: ${error.message}`);
  const some = [clips[0], fakeClip('bad'), clips[1]];
  const parts = await rowsOf({ onProblem }, some);
  expect(parts.map(({ rows }) => rows[0].clip)).toEqual(['b', 'a']);
  expect(problems).toEqual(['bad.wav: bad is no WAV']);
  await expect(rowsOf({}, some)).rejects.toThrow('bad is no WAV');
});

it('tells its progress', async () => {
  const events: ExperimentEvent[] = [];
  await rowsOf({ reporter: (event) => events.push(event) });
  expect(events).toEqual([0, 1, 2, 3].map((done) => ({ kind: 'extract', done, total: 3 })));
});

it('names itself in its errors, before anything is extracted', () => {
  const { extract } = fakeExtract();
  const call = (changes: object, asked = clips) =>
    extractRows(asked, { ...options, extract, ...changes });
  expect(() => call({}, [clips[0], clips[0]])).toThrow(/^extractRows: `clips` must differ/);
  expect(() => call({ extractor: { ...fakeExtractor, statistic: null } })).toThrow(
    'extractRows: `extractor.frames` must be set',
  );
  const twice = { ...fakeExtractor, features: [{ kind: 'zcr' }, { kind: 'zcr' }] };
  expect(() => call({ extractor: twice })).toThrow(
    'extractRows: `extractor.features` must be of different names, which become columns of a ' +
      'table, got zcr twice',
  );
  expect(() => call({ recordings: {} })).toThrow('extractRows: `recordings` must be a Map');
  expect(() => call({ features: {} })).toThrow('extractRows: `features` must be an object with');
  expect(() => call({ features: null })).toThrow('extractRows: `features` must be an object with');
  expect(() => call({ version: 1 })).toThrow('extractRows: `version` must be text, got 1');
});

it('ends with the signal’s reason', async () => {
  const controller = new AbortController();
  const rows = extractRows(clips, {
    ...options,
    extract: fakeExtract().extract,
    signal: controller.signal,
  });
  await rows.next();
  controller.abort(new Error('enough'));
  await expect(rows.next()).rejects.toThrow('enough');
});

describe('features of an earlier call', () => {
  it('are all that a second one needs', async () => {
    const features = memoryFeatures();
    await rowsOf({ features });
    expect(features.entries.size).toBe(3);
    const { extract, extracted } = fakeExtract();
    const parts = await rowsOf({ features, extract });
    expect(parts.flatMap(({ rows }) => rows)).toEqual(whole.rows);
    expect(Float32Array.from(parts.flatMap(({ x }) => [...x]))).toEqual(whole.x);
    expect(extracted).toEqual([]);
  });

  it('are found by what a file holds, whatever its label', async () => {
    const features = memoryFeatures();
    await rowsOf({ features });
    const { extract, extracted } = fakeExtract();
    const renamed = clips.map((clip) => ({
      ...clip,
      file: 'x',
      info: { label: 'y', speaker: 'z' },
    }));
    const parts = await rowsOf({ features, extract }, renamed);
    expect(parts[0].rows[0]).toEqual({ clip: 'b', label: 'y', speaker: 'z', variant: 'original' });
    expect(extracted).toEqual([]);
  });

  it.each<[string, Partial<ExtractRowsOptions>]>([
    ['version', { version: '2' }],
    ['extractor', { extractor: { ...fakeExtractor, sampleRate: 16000 } }],
    ['variants', { variants: [] }],
  ])('do not count for another %s', async (_, changes) => {
    const features = memoryFeatures();
    await rowsOf({ features });
    const { extract, extracted } = fakeExtract();
    await rowsOf({ features, extract, ...changes });
    expect(extracted).toEqual(['b', 'a', 'c']);
  });

  it('do not count where the file has changed', async () => {
    const features = memoryFeatures();
    await rowsOf({ features });
    const { extract, extracted } = fakeExtract();
    await rowsOf({ features, extract }, [
      clips[0],
      { ...clips[1], bytes: async () => Uint8Array.of(1) },
    ]);
    expect(extracted).toEqual(['a']);
  });

  const broken = (values: number[], name = 'original') => ({
    name,
    values: Float32Array.from(values),
  });
  it.each([
    ['of too few variants', [broken([1, 2])]],
    ['of other variants', ['original', 'noise', 'x'].map((name) => broken([1, 2], name))],
    ['of another length', ['original', 'noise', 'stretch-pitch'].map((name) => broken([1], name))],
    [
      'that are not finite',
      ['original', 'noise', 'stretch-pitch'].map((name) => broken([1, Number.NaN], name)),
    ],
  ])('%s are computed again, and written', async (_, entry) => {
    const features = memoryFeatures();
    await rowsOf({ features });
    const before = new Map(features.entries);
    for (const key of features.entries.keys()) features.entries.set(key, entry);
    const { extract, extracted } = fakeExtract();
    const parts = await rowsOf({ features, extract });
    expect(parts.flatMap(({ rows }) => rows)).toEqual(whole.rows);
    expect(extracted).toEqual(['b', 'a', 'c']);
    expect(features.entries).toEqual(before);
  });

  it('are read without the file being read again', async () => {
    let reads = 0;
    const counted = clips.map((clip) => ({
      ...clip,
      bytes: () => {
        reads++;
        return clip.bytes();
      },
    }));
    const reading: ExtractRowsOptions['extract'] = async function* (asked, ...rest) {
      for await (const clip of asked) {
        await clip.bytes();
        yield* fakeExtract().extract([clip], ...rest);
      }
    };
    await rowsOf({ features: memoryFeatures(), extract: reading }, counted);
    expect(reads).toBe(3);
  });

  it('are not kept of a clip that fails, and a file that cannot be read is its problem', async () => {
    const features = memoryFeatures();
    const problems: string[] = [];
    const onProblem = (file: string, error: Error) => problems.push(`${file}: ${error.message}`);
    const gone = { ...fakeClip('gone'), bytes: () => Promise.reject(new Error('no such file')) };
    const parts = await rowsOf({ features, onProblem }, [gone, fakeClip('bad'), clips[2]]);
    expect(parts).toHaveLength(1);
    expect(problems).toEqual(['gone.wav: no such file', 'bad.wav: bad is no WAV']);
    expect(features.entries.size).toBe(1);
  });

  it('that cannot be read or written end the work', async () => {
    const full = () => Promise.reject(new Error('no space'));
    await expect(rowsOf({ features: { ...memoryFeatures(), write: full } })).rejects.toThrow(
      'no space',
    );
    await expect(rowsOf({ features: { ...memoryFeatures(), read: full } })).rejects.toThrow(
      'no space',
    );
  });

  it('serve tables, too', async () => {
    const features = memoryFeatures();
    const first = await extractTable(clips, {
      ...options,
      extract: fakeExtract().extract,
      features,
    });
    const { extract, extracted } = fakeExtract();
    expect(await extractTable(clips, { ...options, extract, features })).toEqual(first);
    expect(extracted).toEqual([]);
    await extractTable(clips, { ...options, extract, features, version: '2' });
    expect(extracted).toEqual(['b', 'a', 'c']);
  });
});
