import { createPlan, type Plan, RECIPES } from '@ser/experiment';
import { SPEAKERS } from '@ser/ravdess';
import { describe, expect, it } from 'vitest';
import { SMALL_RECIPE } from '../testing/small-recipe.ts';
import { syntheticTable } from '../testing/synthetic-table.ts';
import { checkSplit } from './check-split.ts';

const { labels, rows } = syntheticTable();
const plan = createPlan({
  recipe: RECIPES.get('baseline') as never,
  protocol: 'speaker',
  variants: false,
  speakers: SPEAKERS,
  backend: 'wasm',
});

describe('checkSplit', () => {
  it('accepts data that the protocol can split', () => {
    expect(() => checkSplit(plan, { labels, rows })).not.toThrow();
  });

  it('names the protocol and the way out where speakers are missing', () => {
    const two = rows.filter(({ speaker }) => speaker < '03');
    expect(() => checkSplit(plan, { labels, rows: two })).toThrow(
      /^--protocol speaker does not fit this data: .*Choose another --protocol, such as clip/,
    );
  });

  it('offers the protocol clip to no one who chose it', () => {
    const clip = { ...plan, protocol: 'clip' } as const;
    const few = rows.filter(({ label }) => label === 'calm').slice(0, 3);
    const [other] = rows.filter(({ label }) => label === 'happy');
    expect(() => checkSplit(clip, { labels, rows: [...few, other] })).toThrow(
      /^--protocol clip does not fit this data: .*\. Give more --data$/,
    );
  });

  it('advises to hear fewer clips of a voice where that would do', () => {
    const adapted = { ...plan, protocol: 'speaker-adapted', kind: 'cross-validation' } as const;
    const check = (adaptation: number, given = rows) =>
      checkSplit({ ...adapted, adaptation }, { labels, rows: given });
    expect(() => check(5)).not.toThrow();
    expect(() => check(8)).toThrow(
      /^--protocol speaker-adapted does not fit this data: .*\. Lower --adapt, or give more --data$/,
    );
    const two = rows.filter(({ speaker }) => speaker < '03');
    expect(() => check(5, two)).toThrow('Choose another --protocol, such as clip');
    const one = rows.filter(({ speaker, label }) => speaker > '01' || label === 'calm');
    expect(() => check(1, one)).toThrow('Choose another --protocol, such as clip');
  });

  it.each(['speaker', 'loso', 'selection', 'holdout'] as const)(
    'needs a speaker of each clip for %s',
    (protocol) => {
      const nameless = rows.map((row, i) => (i === 4 ? { ...row, speaker: '' } : row));
      const named = { ...plan, protocol, data: ['my.parquet'] };
      expect(() => checkSplit(named, { labels, rows: nameless })).toThrow(
        `--protocol ${protocol} needs the speaker of every clip, and --data my.parquet names none ` +
          `for ${rows[4].clip}. Fill in the column speaker, or choose --protocol clip`,
      );
    },
  );

  it('accepts a recipe that scores tested clips in variants which do not train', () => {
    const recipe = { ...SMALL_RECIPE, testVariants: ['noise'] };
    const both = rows.flatMap((row) => [row, { ...row, variant: 'noise' }]);
    const scoring = { ...plan, recipe };
    expect(() => checkSplit(scoring, { labels, rows: both })).not.toThrow();
    expect(() => checkSplit(scoring, { labels, rows })).toThrow('holds no variants noise');
  });

  it('needs two labels', () => {
    const calm = rows.filter(({ label }) => label === 'calm');
    expect(() => checkSplit(plan, { labels, rows: calm })).toThrow(
      'clips of two labels or more, and the data must hold them; got calm alone',
    );
  });

  it('needs two labels among the conditions that train, which it names', () => {
    const sung = rows.map((row) => ({
      ...row,
      condition: row.label === 'calm' ? 'song' : 'speech',
    }));
    const clip = { ...plan, protocol: 'clip', conditions: ['song'] } as const;
    expect(() => checkSplit(clip, { labels, rows: sung })).toThrow(
      /^training needs song clips of two labels or more, and the data must hold them; got calm alone$/,
    );
    const both = { ...clip, conditions: ['speech', 'song'] };
    expect(() => checkSplit(both, { labels, rows: sung })).not.toThrow();
    const none = { ...clip, conditions: ['humming'] };
    expect(() => checkSplit(none, { labels, rows: sung })).toThrow();
  });

  it('looks at the fold of a run, and at every fold of a cross-validation', () => {
    const [, second] = SPEAKERS.folds;
    const uneven = rows.filter(
      ({ label, speaker }) => label === 'calm' || second.includes(speaker),
    );
    const check = (own: Partial<Plan>) => () =>
      checkSplit({ ...plan, ...own }, { labels, rows: uneven });
    expect(check({ fold: 1 })).not.toThrow();
    expect(check({ fold: 2 })).toThrow(/^--protocol speaker .* got calm alone/);
    expect(check({ kind: 'cross-validation' })).toThrow(/^--protocol speaker .* got calm alone/);
  });

  it.each(['clip', 'reference'] as const)('needs no speaker for %s', (protocol) => {
    const nameless = rows.map((row) => ({ ...row, speaker: '' }));
    const own = { ...plan, protocol, folds: 2 };
    expect(() => checkSplit(own, { labels, rows: nameless })).not.toThrow();
  });

  it('looks at variants where they train, and not where they do not', () => {
    const variants = [{ name: 'noise', steps: [{ kind: 'addNoise' as const }] }];
    const calm = rows.filter(({ label }) => label === 'calm');
    const happy = rows.filter(({ label }) => label === 'happy');
    const mixed = [...calm, ...happy.map((row) => ({ ...row, variant: 'noise' }))];
    const clip = { ...plan, protocol: 'clip', folds: 2 } as const;
    expect(() => checkSplit(clip, { labels, variants, rows: mixed })).toThrow('got calm alone');
  });

  it('needs two labels on the side that trains', () => {
    const [first] = SPEAKERS.folds[0];
    const uneven = rows.filter(({ label, speaker }) => label === 'calm' || speaker === first);
    expect(() => checkSplit(plan, { labels, rows: uneven })).toThrow(
      /--protocol speaker .* to train .* got calm alone/,
    );
  });

  it('needs the variants that the plan wants', () => {
    const wanted = { ...plan, variants: true };
    expect(() => checkSplit(wanted, { labels, rows })).toThrow('holds no variants noise');
  });

  it('leaves contradictions among the rows to those who know their files', () => {
    expect(() => checkSplit(plan, { labels, rows: [...rows, ...rows] })).not.toThrow();
  });
});
