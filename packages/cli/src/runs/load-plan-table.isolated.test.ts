import { createPlan, type Plan, RECIPES } from '@ser/experiment';
import { presets, REFERENCE_VARIANTS } from '@ser/features';
import { SPEAKERS } from '@ser/ravdess';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClipCache } from '../cache/clip-cache.ts';
import { Problems } from '../console/problems.ts';
import { type LoadTableOptions, loadTable } from '../data/load-table.ts';
import { ravdess } from '../data-sets/ravdess.ts';
import { syntheticTable } from '../testing/synthetic-table.ts';
import { loadPlanTable } from './load-plan-table.ts';

// What is asked of `loadTable` is looked at.
vi.mock('../data/load-table.ts');

const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
const table = syntheticTable();
beforeEach(() => {
  stderr.mockClear();
  vi.mocked(loadTable).mockReset();
  vi.mocked(loadTable).mockResolvedValue(table);
});

const recipe = RECIPES.get('baseline') as Plan['recipe'];
const { signal } = new AbortController();
const problems = new Problems();
const reporter = () => {};
const cache = {} as ClipCache;

async function optionsOf(own: Partial<Plan>, note?: string): Promise<LoadTableOptions> {
  const plan = createPlan({
    ...{ recipe, protocol: 'clip', speakers: SPEAKERS, backend: 'wasm', variants: false },
    ...{ data: ['table.parquet'], ...own },
  });
  expect(await loadPlanTable(ravdess, plan, { problems, reporter, signal, note, cache })).toBe(
    table,
  );
  const [paths, options] = vi.mocked(loadTable).mock.lastCall ?? [];
  expect(paths).toEqual(plan.data);
  if (!options) throw new Error('no table was asked for');
  return options;
}

describe('loadPlanTable', () => {
  it('asks for the recipe’s features, and hands everything else on', async () => {
    expect(await optionsOf({})).toMatchObject({
      dataSet: ravdess,
      extractor: presets.summary162,
      variants: [],
      problems,
      reporter,
      signal,
      consequence: 'all of them stay on one side of each split',
    });
  });

  it('asks for the recipe’s variants where the plan has them', async () => {
    vi.mocked(loadTable).mockRejectedValueOnce(new Error('enough'));
    await expect(optionsOf({ variants: true })).rejects.toThrow('enough');
    expect(vi.mocked(loadTable).mock.lastCall?.[1].variants).toEqual(REFERENCE_VARIANTS);
  });

  it('keeps what is extracted in the cache that it is given', async () => {
    expect((await optionsOf({})).cache).toBe(cache);
  });

  it.each<[Partial<Plan>, wanted: string[], name: string]>([
    [{ conditions: ['speech'] }, ['speech'], 'speech clips'],
    [{ conditions: ['speech', 'song'] }, ['speech', 'song'], 'speech or song clips'],
    [
      { conditions: ['song', 'speech'], testConditions: ['speech'], protocol: 'speaker' },
      ['speech', 'song'],
      'song or speech clips',
    ],
  ])('wants the clips that train or test: %j', async (own, wanted, name) => {
    const { isWanted, wantedName } = await optionsOf(own);
    const found = ['speech', 'song', '', undefined].filter((condition) =>
      isWanted?.({ label: 'calm', speaker: '01', ...(condition !== undefined && { condition }) }),
    );
    expect(found).toEqual(wanted);
    expect(wantedName).toBe(name);
  });

  it('wants every clip where the plan has no conditions', async () => {
    const { isWanted, wantedName } = await optionsOf({ conditions: null });
    expect(isWanted).toBeUndefined();
    expect(wantedName).toBe('clips');
  });

  it('checks the split before anything is extracted, and once more after', async () => {
    const { checkRows } = await optionsOf({});
    const calm = table.rows.filter(({ label }) => label === 'calm');
    const planned = { labels: table.labels, variants: [], rows: calm };
    expect(() => checkRows?.(planned)).toThrow('got calm alone');
    vi.mocked(loadTable).mockResolvedValue({ ...table, rows: calm });
    await expect(optionsOf({})).rejects.toThrow('got calm alone');
  });

  it('prints a note on the plan once, when the data fit it', async () => {
    const { checkRows } = await optionsOf({}, 'few speakers');
    expect(stderr).not.toHaveBeenCalled();
    const planned = { labels: table.labels, variants: [], rows: table.rows };
    const calm = table.rows.filter(({ label }) => label === 'calm');
    expect(() => checkRows?.({ ...planned, rows: calm })).toThrow('got calm alone');
    expect(stderr).not.toHaveBeenCalled();
    checkRows?.(planned);
    checkRows?.(planned);
    expect(stderr.mock.calls).toEqual([['few speakers\n']]);
  });

  it('says where it trains unless the user has named it', async () => {
    await optionsOf({ data: ['x.parquet'] });
    expect(stderr).not.toHaveBeenCalled();
    await optionsOf({ data: [ravdess.embedded.name] });
    expect(stderr).toHaveBeenCalledOnce();
  });
});
