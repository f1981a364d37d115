import { RECIPES } from '@ser/experiment';
import { describe, expect, it } from 'vitest';
import { ravdess } from '../../data-sets/ravdess.ts';
import { newPlan } from './new-plan.ts';

const options = { recipe: 'baseline', folds: 10, backend: 'wasm' } as const;
const opened = { dataSet: ravdess, labelling: null };
const own = { kind: 'run', protocol: 'holdout', fold: 1, seed: 0, seeds: 1 } as const;

describe('newPlan', () => {
  it('takes the data set’s own table unless there is --data', () => {
    expect(newPlan(opened, options, own).data).toEqual([ravdess.embedded.name]);
  });

  it('keeps absolute paths', () => {
    const { data } = newPlan(opened, { ...options, data: ['x.parquet'] }, own);
    expect(data).toEqual([`${process.cwd()}/x.parquet`]);
  });

  it('tests speakers on the literature’s conditions', () => {
    const plan = newPlan(opened, { ...options, channels: 'all' }, { ...own, protocol: 'speaker' });
    expect(plan.testConditions).toEqual(['speech']);
  });

  it('trains on the conditions of the data set', () => {
    const other = { ...ravdess, conditions: ['indoors'] };
    expect(newPlan({ dataSet: other, labelling: null }, options, own).conditions).toEqual([
      'indoors',
    ]);
  });

  it('trains beyond the epoch from which the recipe averages weights', () => {
    const frames = { ...options, recipe: 'frames', data: ['wavs'] };
    const startEpoch = RECIPES.get('frames')?.fit?.averageWeights?.startEpoch ?? 0;
    expect(startEpoch).toBe(30);
    expect(newPlan(opened, { ...frames, epochs: 31 }, own).epochs).toBe(31);
    expect(() => newPlan(opened, { ...frames, epochs: 30 }, own)).toThrow(
      '--epochs must be above 30, after which the recipe frames averages weights, got 30',
    );
  });

  it('has no epochs for a recipe without any', () => {
    const lda = { ...options, recipe: 'functionals-lda', data: ['wavs'] };
    expect(newPlan(opened, lda, own).epochs).toBe(0);
    expect(() => newPlan(opened, { ...lda, epochs: 5 }, own)).toThrow(
      '--epochs is for networks; the recipe functionals-lda fits its lda in one go, got 5',
    );
  });

  it('adapts to voices under the protocol that does', () => {
    const adapted = { ...own, protocol: 'speaker-adapted' } as const;
    expect(newPlan(opened, options, adapted).adaptation).toBe('all');
    expect(newPlan(opened, { ...options, adapt: 5 }, adapted).adaptation).toBe(5);
    expect(newPlan(opened, options, own).adaptation).toBeNull();
    expect(() => newPlan(opened, { ...options, adapt: 'all' }, own)).toThrow(
      `--adapt is for the protocol speaker-adapted, got it with ${own.protocol}; ` +
        'add --protocol speaker-adapted',
    );
  });

  describe('of several seeds', () => {
    const plan = (recipe: string, more: object, adapt?: 'all' | number) =>
      newPlan(
        opened,
        { ...options, recipe, data: ['wavs'], adapt },
        { ...own, kind: 'cross-validation', seeds: 3, ...more },
      );

    it.each(['loso', 'speaker', 'selection'] as const)('is refused where %s draws nothing', (p) => {
      expect(() => plan('functionals-lda', { protocol: p })).toThrow(
        expect.objectContaining({
          code: 'wrong-usage',
          message:
            '--seeds is for what is drawn; the recipe functionals-lda fits its lda in one go and ' +
            `nothing is drawn under ${p}, so more seeds repeat the same run, got 3`,
        }),
      );
      expect(plan('functionals-lda', { protocol: p, seeds: 1 }).seeds).toBe(1);
      expect(plan('baseline', { protocol: p }).seeds).toBe(3);
    });

    it('is there where clips are drawn', () => {
      const adapted = { protocol: 'speaker-adapted' };
      expect(plan('functionals-lda', { protocol: 'clip' }).seeds).toBe(3);
      expect(plan('functionals-lda', adapted, 5).seeds).toBe(3);
      expect(() => plan('functionals-lda', adapted, 'all')).toThrow('drawn under speaker-adapted');
      expect(() => plan('functionals-lda', adapted)).toThrow('drawn under speaker-adapted');
    });
  });

  it('calls a plan that cannot be wrong usage', () => {
    expect(() => newPlan(opened, { ...options, folds: 1 }, own)).toThrow(
      expect.objectContaining({
        code: 'wrong-usage',
        message: expect.stringContaining('`folds` must be a whole number ≥ 2, got 1'),
      }),
    );
  });
});
