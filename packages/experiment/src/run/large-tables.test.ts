// A table whose rows are read as they are needed must lead to what its rows in memory lead to.
import { type MemoryStore, memoryStore } from '@ser/model';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../plan/plan.ts';
import type { AnyTable, Table } from '../table/table.ts';
import { INTERRUPTED, interruptAfter } from '../testing/interrupt-after.ts';
import { readAsNeeded } from '../testing/read-as-needed.ts';
import { sequenceRecipe, sequenceTable } from '../testing/sequences.ts';
import { discriminantRecipe, smallPlan } from '../testing/small-plan.ts';
import { startWasm } from '../testing/start-wasm.ts';
import { tinyPlan, tinyTable } from '../testing/tiny-table.ts';
import { run } from './run.ts';
import { runFolds } from './run-folds.ts';
import { tableDigest } from './util/table-digest.ts';

await startWasm();
const sequences = sequenceTable();
const plan = smallPlan({ recipe: sequenceRecipe, epochs: sequenceRecipe.fit.epochs });

/** All that a run left, but for how long its steps took. */
async function filesOf(
  task: (store: MemoryStore) => Promise<unknown>,
): Promise<Record<string, string>> {
  const store = memoryStore();
  await task(store);
  return Object.fromEntries(
    [...store.files].map(([name, bytes]) => [
      name,
      Buffer.from(bytes)
        .toString('latin1')
        .replace(/"millisecondsPerStep": [\d.]+|[\d.]+ ms a step/g, ''),
    ]),
  );
}

const discriminant = tinyTable(discriminantRecipe);
const runs: [string, Plan, Table][] = [
  ['a network of frames, with all that a recipe can ask', plan, sequences],
  ['a discriminant analysis with variants', tinyPlan(discriminantRecipe), discriminant],
  [
    'one that is scaled by all rows',
    tinyPlan({ ...discriminantRecipe, scaler: { rows: 'all', clip: 2 } }),
    discriminant,
  ],
  [
    'one that adapts to voices',
    tinyPlan(discriminantRecipe, { protocol: 'speaker-adapted', adaptation: 2 }),
    discriminant,
  ],
];

describe.each(runs)('%s', (_, own, table) => {
  it('leaves the same files, byte for byte', async () => {
    const expected = await filesOf((store) => run(own, table, { store }));
    expect(Object.keys(expected).length).toBeGreaterThan(8);
    const read = readAsNeeded(table);
    expect(await filesOf((store) => run(own, read, { store }))).toEqual(expected);
  });
});

it('a cross-validation leaves the same files, byte for byte', async () => {
  const own = tinyPlan(discriminantRecipe, { kind: 'cross-validation', protocol: 'speaker' });
  const expected = await filesOf((store) => runFolds(own, discriminant, { store }));
  const read = readAsNeeded(discriminant);
  expect(await filesOf((store) => runFolds(own, read, { store }))).toEqual(expected);
});

it.each<[string, AnyTable, AnyTable]>([
  ['with rows that are read', sequences, readAsNeeded(sequences)],
  ['with rows in memory', readAsNeeded(sequences), sequences],
])('a run that was interrupted goes on %s, to the same bits', async (_, begun, ended) => {
  const whole = await run(plan, sequences, { store: memoryStore() });
  const store = memoryStore();
  await expect(run(plan, begun, { store, ...interruptAfter(2) })).rejects.toBe(INTERRUPTED);
  const resumed = await run(plan, ended, { store });
  expect(resumed.summary.weightsSha256).toBe(whole.summary.weightsSha256);
});

it('rows are other data where one number differs', async () => {
  const store = memoryStore();
  await expect(run(plan, sequences, { store, ...interruptAfter(1) })).rejects.toBe(INTERRUPTED);
  const x = sequences.x.map((value, i) => (i === 7 ? value + 1e-5 : value));
  await expect(run(plan, readAsNeeded({ ...sequences, x }), { store })).rejects.toMatchObject({
    code: 'other-data',
  });
});

it('the digest of more rows than are read at once is that of all', async () => {
  const size = 3 * 2 ** 18;
  const rows = sequences.rows.slice(0, 3);
  const x = Float32Array.from({ length: 3 * size }, (_, i) => i % 251);
  const wide = { ...sequences, names: ['a', 'b', 'c'], shape: [2 ** 18, 3], rows, x };
  expect(await tableDigest(readAsNeeded(wide))).toBe(await tableDigest(wide));
});

describe('rows that lie', () => {
  const [{ clip }] = sequences.rows;
  const cases: [string, AnyTable, object | Error][] = [
    [
      'are fewer than the table says',
      { ...sequences, x: { ...readAsNeeded(sequences).x, length: 3 } },
      {
        code: 'bad-table',
        message: expect.stringMatching(
          /: `x` must hold 24 values for each of 192 rows, got 24 for each of 3$/,
        ),
      },
    ],
    [
      'have other values',
      { ...sequences, x: { ...readAsNeeded(sequences).x, size: 23 } },
      {
        code: 'bad-table',
        message: expect.stringContaining('24 values for each of 192 rows, got 23 for each of 192'),
      },
    ],
    [
      'are no finite numbers',
      readAsNeeded(sequences, {
        read(indices, into) {
          if (indices[0] === 0) into[1] = Number.NaN;
        },
      }),
      {
        code: 'bad-table',
        message: `the table: rms of clip ${clip} (original) must be finite, got NaN`,
      },
    ],
    [
      'are left out',
      { ...sequences, x: { ...readAsNeeded(sequences).x, read: () => undefined } },
      {
        code: 'bad-table',
        message: `the table: zcr of clip ${clip} (original) must be finite, got NaN`,
      },
    ],
    [
      'cannot be read',
      readAsNeeded(sequences, {
        read: () => {
          throw new Error('the disk is gone');
        },
      }),
      { message: 'the disk is gone' },
    ],
  ];
  it.each(cases)('and %s end the run', async (_, table, error) => {
    await expect(run(plan, table, { store: memoryStore() })).rejects.toMatchObject(error);
  });

  it.each([2, 3, 4])('only at their read %i end the run as well', async (good) => {
    let reads = 0;
    const table = readAsNeeded(sequences, {
      read: () => {
        if (reads++ >= good) throw new Error('the disk is gone');
      },
    });
    await expect(run(plan, table, { store: memoryStore() })).rejects.toThrow('the disk is gone');
  });
});
