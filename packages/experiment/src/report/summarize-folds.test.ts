import type { Prediction } from '@ser/eval';
import { describe, expect, it } from 'vitest';
import { score } from '../run/score.ts';
import { smallPlan, smallRecipe } from '../testing/small-plan.ts';
import { formatFolds } from './format-folds.ts';
import { summarizeFolds } from './summarize-folds.ts';

const labels = ['calm', 'happy'];

/** Ten clips of each of two speakers, of which the first `right` are recognised. */
function predict(fold: number, seed: number, right: number): Prediction[] {
  return Array.from({ length: 20 }, (_, i) => {
    const truth = labels[i % 2];
    return {
      clip: `clip-${i}`,
      speaker: `${2 * fold - 1 + ((i >> 1) % 2)}`,
      fold,
      seed,
      truth,
      predicted: i < right ? truth : labels[1 - (i % 2)],
      scores: [],
    };
  });
}

/** Twelve calm clips and four happy ones of two speakers, of which the first `right` are right. */
function skewed(fold: number, seed: number, right: number): Prediction[] {
  return Array.from({ length: 16 }, (_, i) => {
    const truth = i % 4 === 3 ? 'happy' : 'calm';
    return {
      clip: `clip-${i}`,
      speaker: `${2 * fold - 1 + ((i >> 2) % 2)}`,
      fold,
      seed,
      truth,
      predicted: i < right ? truth : 'calm',
      scores: [],
    };
  });
}

const LINES = `recipe     small
protocol   speaker: folds of whole speakers; no tested speaker was heard in training
data       a small table; all conditions, original clips only
note       a note

                              rows        accuracy             UAR        macro F1
fold 1, seed 0                  16           0.813           0.625           0.644
fold 2, seed 0                  16           0.875           0.750           0.795
fold 1, seed 1                  16           0.938           0.875           0.909
fold 2, seed 1                  16           1.000           1.000           1.000
mean of 4 runs                               0.906           0.813           0.837
deviation over folds                         0.044           0.088           0.088
deviation over seeds                         0.088           0.177           0.166

all predictions together        64           0.906           0.813           0.855
95 % interval, 4 speakers           0.844 to 0.938  0.688 to 0.875  0.726 to 0.909
`;

/** A sum of some tenths in doubles is off by a few units in their last place. */
const TENTHS = { rtol: 1e-12, atol: 0 };

describe('summarizeFolds', () => {
  const plan = smallPlan({ protocol: 'speaker' });
  const all = [predict(1, 0, 4), predict(2, 0, 8), predict(1, 1, 12), predict(2, 1, 16)];
  const runs = all.map((own) => ({ ...own[0], epochs: 9, test: score(own, labels) }));
  const summary = summarizeFolds(plan, {
    labels,
    predictions: all.flat(),
    runs,
  });

  it('keeps the figures of each run', () => {
    expect(summary.folds.map(({ uar }) => uar)).toEqual([0.2, 0.4, 0.6, 0.8]);
  });

  it('averages over all runs', () => {
    expect([summary.mean.uar]).toBeAllclose([0.5], TENTHS);
  });

  it('averages over the folds of each seed', () => {
    expect(summary.perSeed.map(({ seed }) => seed)).toEqual([0, 1]);
    expect(summary.perSeed.map(({ uar }) => uar)).toBeAllclose([0.3, 0.7], TENTHS);
  });

  it('tells deviations over runs, folds and seeds apart', () => {
    const { std, stdOverFolds, stdOverSeeds } = summary;
    // 0.2 and 0.4, and 0.6 and 0.8, lie alike; the seeds' means are 0.3 and 0.7.
    expect([std.uar, stdOverFolds.uar, stdOverSeeds.uar]).toBeAllclose(
      [Math.sqrt(0.2 / 3), Math.sqrt(0.02), Math.sqrt(0.08)],
      TENTHS,
    );
  });

  it('pools all predictions', () => {
    const { n, uar } = summary.pooled;
    expect([n, uar]).toEqual([80, 0.5]);
  });

  it('has intervals around the pooled figures', () => {
    const { low, high } = summary.pooled.intervals?.uar ?? {};
    expect(low).toBeLessThan(0.5);
    expect(high).toBeGreaterThan(0.5);
  });

  it('says what was cross-validated', () => {
    const { recipe, protocol, leaks, conditions, variants } = summary;
    expect({ recipe, protocol, leaks, conditions, variants }).toEqual({
      recipe: 'small',
      protocol: 'speaker',
      leaks: false,
      conditions: null,
      variants: false,
    });
    const leaking = smallPlan({ protocol: 'reference', conditions: ['song'] });
    expect(summarizeFolds(leaking, { labels, predictions: all.flat(), runs })).toMatchObject({
      protocol: 'reference',
      leaks: true,
      conditions: ['song'],
    });
    expect(summary).not.toHaveProperty('adaptation');
    const adapted = smallPlan({ protocol: 'speaker-adapted', adaptation: 'all' });
    expect(summarizeFolds(adapted, { labels, predictions: all.flat(), runs }).adaptation).toBe(
      'all',
    );
  });

  it('in lines, has each figure in its place', () => {
    // Recall differs from accuracy, and both from F1, where one label is said too often.
    const own = [skewed(1, 0, 4), skewed(2, 0, 8), skewed(1, 1, 12), skewed(2, 1, 16)];
    const found = summarizeFolds(plan, {
      labels,
      predictions: own.flat(),
      runs: own.map((each) => ({ ...each[0], epochs: 9, test: score(each, labels) })),
      notes: ['a note'],
    });
    expect(formatFolds(plan, found)).toBe(LINES);
    expect(found.notes).toEqual(['a note']);
    expect(found.folds.every((fold) => !('absent' in fold))).toBe(true);
  });

  it('says which run lacks which label, and what that makes of the mean', () => {
    const own = [predict(1, 0, 4), predict(2, 0, 8).filter(({ truth }) => truth === 'calm')];
    const found = summarizeFolds(plan, {
      labels,
      predictions: own.flat(),
      runs: own.map((each) => ({ ...each[0], epochs: 9, test: score(each, labels) })),
      notes: ['a note'],
    });
    expect(found.folds.map(({ absent }) => absent)).toEqual([undefined, ['happy']]);
    const note =
      'No clip of happy in fold 2 is tested: the UAR of a fold, and so the mean, is over';
    expect(found.notes).toEqual(['a note', expect.stringContaining(note)]);
    expect(formatFolds(plan, found)).toContain(`\nnote       a note\nnote       ${note}`);
  });
});

describe('in lines of one seed', () => {
  const own = [predict(1, 0, 4), predict(2, 0, 8)];
  const found = {
    labels,
    predictions: own.flat(),
    runs: own.map((each) => ({ ...each[0], epochs: 9, test: score(each, labels) })),
  };
  const text = (protocol: 'speaker' | 'reference') => {
    const plan = smallPlan({ protocol });
    return formatFolds(plan, summarizeFolds(plan, found));
  };

  it('there is no deviation over seeds', () => {
    expect(text('speaker')).toMatch(/^deviation over folds .*\n\nall predictions/m);
  });

  it('a protocol that leaks is warned of, and no other', () => {
    expect(text('reference')).toMatch(/\n\nTHIS PROTOCOL LEAKS: .*\n\n {30}rows/);
    expect(text('speaker')).not.toContain('LEAKS');
  });
});

describe('intervals', () => {
  /** The summary of a run whose rows are those of one fold, spoken as `speakerOf` says. */
  const summaryOf = (speakerOf: (i: number) => string) => {
    const own = predict(1, 0, 10).map((row, i) => ({ ...row, speaker: speakerOf(i) }));
    const runs = [{ ...own[0], epochs: 9, test: score(own, labels) }];
    return summarizeFolds(smallPlan(), { labels, predictions: own, runs });
  };

  it('are over speakers, who are drawn whole', () => {
    // The rows of one are right and those of the other wrong: a draw of two has all, half or none.
    const { intervals } = summaryOf((i) => (i < 10 ? 'a' : 'b')).pooled;
    expect(intervals?.accuracy).toEqual({ low: 0, high: 1 });
  });

  it('are of each figure', () => {
    const { intervals } = summaryOf((i) => (i < 10 ? 'a' : 'b')).pooled;
    expect(Object.keys(intervals ?? {})).toEqual(['accuracy', 'uar', 'macroF1']);
    expect(intervals?.uar).toEqual({ low: 0, high: 1 });
    expect(intervals?.macroF1).toEqual({ low: 0, high: 1 });
  });

  it('count the speakers', () => {
    expect(summaryOf((i) => `${i % 3}`).pooled.speakers).toBe(3);
  });

  it('are left out where some are unknown, who are not counted', () => {
    const { pooled } = summaryOf((i) => ['a', 'b', ''][i % 3]);
    expect(pooled.speakers).toBe(2);
    expect(pooled).not.toHaveProperty('intervals');
    expect(summaryOf(() => '').pooled.speakers).toBe(0);
  });

  it('are left out for a single speaker', () => {
    expect(summaryOf(() => 'a').pooled).not.toHaveProperty('intervals');
  });
});

describe('variants', () => {
  const rows = predict(1, 0, 10);
  const found = { labels, predictions: rows, runs: [] };
  const reference = { ...smallRecipe, variants: 'reference' } as const;
  const named = smallPlan({ recipe: reference, variants: true });
  const none = smallPlan({ variants: true });

  it('are told where the recipe has some', () => {
    expect(summarizeFolds(named, found).variants).toBe(true);
  });

  it('are not told where the recipe has none', () => {
    expect(summarizeFolds(none, found).variants).toBe(false);
  });

  it('are named in lines', () => {
    expect(formatFolds(named, summarizeFolds(named, found))).toMatch(
      /^data +a small table; all conditions, with 2 variants in training: noise, stretch-pitch$/m,
    );
  });

  it('are not named in lines where the recipe has none', () => {
    expect(formatFolds(none, summarizeFolds(none, found))).toMatch(
      /^data +a small table; all conditions, original clips only$/m,
    );
  });
});
