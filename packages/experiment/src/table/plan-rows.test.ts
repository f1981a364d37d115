import { REFERENCE_VARIANTS } from '@ser/features';
import { describe, expect, it } from 'vitest';
import type { Recipe } from '../recipe/recipe.ts';
import { RECIPES } from '../recipe/recipes.ts';
import { smallPlan, smallRecipe } from '../testing/small-plan.ts';
import { smallTable } from '../testing/small-table.ts';
import { planRows } from './plan-rows.ts';
import { selectRows, type Table } from './table.ts';

const originals = smallTable();
const variantNames = ['original', 'noise', 'stretch-pitch', 'loud'];

/** Each row of the small table in four variants. */
const table: Table = {
  ...selectRows(
    originals,
    originals.rows.flatMap((_, i) => variantNames.map(() => i)),
  ),
  rows: originals.rows.flatMap((row) => variantNames.map((variant) => ({ ...row, variant }))),
};
const recipe: Recipe = { ...smallRecipe, variants: 'reference' };
const withVariants = smallPlan({ recipe, variants: true });
const distinct = (found: Table, key: 'variant' | 'condition') => [
  ...new Set(found.rows.map((row) => row[key])),
];

it('takes the original clips', () => {
  expect(planRows('a.parquet', table, smallPlan({ recipe }))).toEqual(originals);
});

it('takes the recipe’s variants, and no others', () => {
  const found = planRows('a.parquet', table, withVariants);
  expect(distinct(found, 'variant')).toEqual(['original', 'noise', 'stretch-pitch']);
});

it('takes the conditions that train and those that test', () => {
  const of = (conditions: string[] | null, testConditions: string[] | null) =>
    distinct(planRows('a.parquet', table, smallPlan({ conditions, testConditions })), 'condition');
  expect(of(['song'], null)).toEqual(['song']);
  expect(of(['song'], ['speech'])).toEqual(['speech', 'song']);
  expect(of(null, ['speech'])).toEqual(['speech', 'song']);
});

it('takes no row without a condition where conditions are asked for', () => {
  const rows = originals.rows.map(({ condition: _, ...row }) => row);
  const found = planRows('a.parquet', { ...originals, rows }, smallPlan({ conditions: ['song'] }));
  expect(found.rows).toEqual([]);
});

describe('where variants are asked for', () => {
  it('refuses a table without them, and names them', () => {
    expect(() => planRows('a.parquet', originals, withVariants)).toThrow(
      expect.objectContaining({
        code: 'no-variants',
        message:
          'a.parquet holds no variants noise, stretch-pitch; train without variants ' +
          '(--no-variants), or extract it again with `ser features --recipe FILE.json`',
      }),
    );
  });

  it('counts the clips that lack one', () => {
    const [clip] = table.rows;
    const indices = table.rows.flatMap((row, i) =>
      row.clip === clip.clip && row.variant === 'noise' ? [] : [i],
    );
    expect(() => planRows('a.parquet', selectRows(table, indices), withVariants)).toThrow(
      'a.parquet holds no variants noise of 1 of its 192 clips;',
    );
  });

  it('needs them only of the conditions that train', () => {
    const indices = table.rows.flatMap(({ condition, variant }, i) =>
      condition === 'speech' && variant !== 'original' ? [] : [i],
    );
    const plan = { ...withVariants, conditions: ['song'], testConditions: ['speech'] };
    expect(planRows('a.parquet', selectRows(table, indices), plan).rows).toHaveLength(3 * 96 + 96);
  });

  it('takes a table that made them as the recipe does', () => {
    const known = { ...table, variants: REFERENCE_VARIANTS };
    expect(planRows('a.parquet', known, withVariants).rows).toHaveLength(3 * 192);
  });

  it('refuses a table that made them in another way', () => {
    const variants = REFERENCE_VARIANTS.map(({ name }) => ({
      name,
      steps: [{ kind: 'addNoise', amplitude: 0.035 } as const],
    }));
    expect(() => planRows('a.parquet', { ...table, variants }, withVariants)).toThrow(
      'a.parquet was extracted with other steps than the recipe’s for stretch-pitch;',
    );
  });
});

describe('where tested clips are scored in variants', () => {
  const scoring = { ...recipe, testVariants: ['noise'] };
  const without = (isLeft: (row: Table['rows'][number]) => boolean) =>
    selectRows(
      table,
      table.rows.flatMap((row, i) => (isLeft(row) ? [i] : [])),
    );

  it('takes these where no variants train, too', () => {
    const found = planRows('a.parquet', table, smallPlan({ recipe: scoring }));
    expect(distinct(found, 'variant')).toEqual(['original', 'noise']);
  });

  it('refuses a table without them, and says why they are needed', () => {
    const originalsOnly = without(({ variant }) => variant !== 'noise');
    expect(() => planRows('a.parquet', originalsOnly, smallPlan({ recipe: scoring }))).toThrow(
      expect.objectContaining({
        code: 'no-variants',
        message:
          'a.parquet holds no variants noise; the recipe scores tested clips in them, ' +
          'so extract it again with `ser features --recipe FILE.json`',
      }),
    );
  });

  it('names a recipe that comes along, and not the flag that is no help', () => {
    const lda = RECIPES.get('functionals-lda') ?? scoring;
    expect(() => planRows('a.parquet', table, smallPlan({ recipe: lda, variants: true }))).toThrow(
      'a.parquet holds no variants speed-15/16, speed-16/15; the recipe scores tested clips in ' +
        'them, so extract it again with `ser features --recipe functionals-lda`',
    );
  });

  it('needs them of the conditions that test alone', () => {
    const songOnly = without(
      ({ condition, variant }) => condition === 'song' || variant !== 'noise',
    );
    const plan = smallPlan({ recipe: scoring, conditions: ['speech'], testConditions: ['song'] });
    expect(distinct(planRows('a.parquet', songOnly, plan), 'condition')).toEqual([
      'speech',
      'song',
    ]);
    expect(() => planRows('a.parquet', songOnly, { ...plan, testConditions: null })).toThrow(
      'noise',
    );
  });
});

it('copies nothing where all rows are wanted', () => {
  expect(planRows('a.parquet', originals, smallPlan())).toBe(originals);
});
