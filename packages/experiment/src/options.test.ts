// Every public function refuses an option that it does not know.
import { presets } from '@ser/features';
import { memoryStore } from '@ser/model';
import { expect, it } from 'vitest';
import * as experiment from './index.ts';
import { fakeExtract, fakeExtractor } from './testing/fake-extract.ts';
import { memoryFile } from './testing/memory-file.ts';
import { smallPlan, smallRecipe } from './testing/small-plan.ts';
import { smallTable } from './testing/small-table.ts';

const { extract } = fakeExtract();
const store = memoryStore();

/** The functions that take options, each with some that it takes. */
const CALLS: Readonly<Record<string, { options: object; call(options: never): unknown }>> = {
  buildModelOf: {
    options: { classes: 4, seed: 0 },
    call: (options) => experiment.buildModelOf(smallRecipe, presets.summary162, options),
  },
  createPlan: {
    options: { recipe: smallRecipe, protocol: 'clip' },
    call: (options) => experiment.createPlan(options),
  },
  createTableWriter: {
    options: { extractor: fakeExtractor, labels: [] },
    call: (options) => experiment.createTableWriter({ write: async () => {} }, options),
  },
  extractRows: {
    options: { extractor: fakeExtractor, extract },
    call: (options) => experiment.extractRows([], options),
  },
  extractTable: {
    options: { extractor: fakeExtractor, extract },
    call: (options) => experiment.extractTable([], options),
  },
  mergeTables: {
    options: { recordings: new Map() },
    call: (options) => experiment.mergeTables([], { write: async () => {} }, options),
  },
  openTable: {
    options: {},
    call: (options) => experiment.openTable(memoryFile('a', new Uint8Array()), options),
  },
  readParquet: {
    options: {},
    call: (options) => experiment.readParquet('a.parquet', new Uint8Array(), options),
  },
  run: {
    options: { store },
    call: (options) => experiment.run(smallPlan(), smallTable(), options),
  },
  runFold: {
    options: { store },
    call: (options) => experiment.runFold(smallPlan(), smallTable(), { fold: 1, seed: 0 }, options),
  },
  runShard: {
    options: { store, shard: 0, shards: 2 },
    call: (options) => experiment.runShard(smallPlan(), smallTable(), options),
  },
  runFolds: {
    options: { store },
    call: (options) => experiment.runFolds(smallPlan(), smallTable(), options),
  },
};

/** Those that take none: their last argument is data. */
const WITHOUT_OPTIONS = [
  'checkTable',
  'concatTables',
  'extractorOf',
  'foldCount',
  'mergeFolds',
  'overlapWarning',
  'parsePlan',
  'parseRecipe',
  'planRows',
  'planVariants',
  'predictRows',
  'readParquetExtractor',
  'readPlan',
  'readSplitRecord',
  'roundColumns',
  'rowSize',
  'score',
  'selectRows',
  'shardOf',
  'speakerIntervals',
  'splitFolds',
  'splitRows',
  'tableCache',
  'testVariantsOf',
  'trainingOverlap',
  'voiceAverages',
  'variantsOf',
  'writeNpz',
  'writeParquet',
];

it('knows every public function', () => {
  const functions = Object.entries(experiment)
    .filter(([name, value]) => typeof value === 'function' && /^[a-z]/.test(name))
    .map(([name]) => name);
  expect(functions.sort()).toEqual([...Object.keys(CALLS), ...WITHOUT_OPTIONS].sort());
});

const calls = Object.entries(CALLS).map(([name, call]) => ({ name, ...call }));

it.each(calls)('$name refuses an unknown option', async ({ name, options, call }) => {
  const [first = 'extractor'] = Object.keys(options);
  const mistyped = { ...options, [`${first}s`]: 1 };
  const work = async () => call(mistyped as never);
  await expect(work()).rejects.toMatchObject({
    name: 'ExperimentError',
    code: 'bad-argument',
    message: expect.stringMatching(new RegExp(`^${name}: .*got ${first}s \\(did you mean`)),
  });
});

it.each(calls)('$name refuses no options at all', async ({ name, call }) => {
  const work = async () => call(null as never);
  await expect(work()).rejects.toMatchObject({
    code: 'bad-argument',
    message: `${name}: \`options\` must be an object, got null`,
  });
});
