// A recipe that is fitted in one go: no epochs, nothing to choose, versions of tested clips.
import { Classifier, memoryStore, sha256 } from '@ser/model';
import { describe, expect, it } from 'vitest';
import type { DiscriminantRecipe } from '../recipe/recipe.ts';
import { RECIPES } from '../recipe/recipes.ts';
import type { ExperimentEvent } from '../reporter.ts';
import { discriminantRecipe } from '../testing/small-plan.ts';
import { startWasm } from '../testing/start-wasm.ts';
import { tinyPlan, tinyTable } from '../testing/tiny-table.ts';
import { predictRows } from './predict-rows.ts';
import { run } from './run.ts';
import { runFolds } from './run-folds.ts';

await startWasm();
const recipe = discriminantRecipe;
const plan = tinyPlan(recipe);
const table = tinyTable(recipe);
const store = memoryStore();
const events: ExperimentEvent[] = [];
const whole = await run(plan, table, { store, reporter: (event) => events.push(event) });
const json = (file: string) => JSON.parse(new TextDecoder().decode(store.files.get(file)));

const sharesOf = (all: readonly ExperimentEvent[]) =>
  all.flatMap((event) => (event.kind === 'fit' ? [event.share] : []));

describe('a run', () => {
  it('trains on all rows of the training side, and validates on none', () => {
    // Four speakers with four clips in four variants; two speakers are tested.
    expect(whole.train.n).toBe(4 * 4 * 4);
    expect(whole.validation).toBeNull();
    expect(whole.summary.validation).toBeNull();
    expect(whole.test.n).toBe(2 * 4);
  });

  it('has no epochs and no history', () => {
    expect(whole.history).toEqual([]);
    expect(whole.summary).toMatchObject({ epochs: null, millisecondsPerStep: null });
    expect([...store.files.keys()].sort()).toEqual([
      'metrics.json',
      'model.json',
      'plan.json',
      'predictions.json',
      'provenance.json',
      'report.html',
      'report.txt',
      'split.json',
      'weights.bin',
    ]);
  });

  it('leaves figures without validation', () => {
    expect(json('metrics.json')).toMatchObject({
      epochs: null,
      millisecondsPerStep: null,
      validation: null,
    });
    expect(json('metrics.json')).not.toHaveProperty('adaptation');
    expect(json('split.json').validation).toEqual({ clips: [], speakers: [] });
    expect(whole.report).toContain('\ntraining    fitted in one go, seed 3\n');
  });

  it('tells when the fit is done', () => {
    expect(sharesOf(events)).toEqual([1]);
    expect(events.at(-1)).toEqual({ kind: 'trained', epochs: 0 });
  });

  it('saves a classifier that scores clips in their versions, as the run did', async () => {
    const classifier = await Classifier.load(store);
    expect(classifier.testVariants).toEqual(recipe.variants.slice(0, 2));
    expect(classifier.scaler?.clip).toBe(1);
    const indices = whole.predictions.map(({ clip }) =>
      table.rows.findIndex((row) => row.clip === clip && row.variant === 'original'),
    );
    const again = await predictRows(classifier, table, indices, { fold: 1, seed: 3 });
    expect(again).toEqual(whole.predictions);
    classifier.dispose();
  });

  it('gives the same bits again', async () => {
    const again = await run(plan, table, { store: memoryStore() });
    expect(again.summary).toEqual(whole.summary);
  });
});

describe('each part of the recipe counts:', () => {
  const learn = async (changes: Partial<DiscriminantRecipe>) => {
    const own = memoryStore();
    const result = await run({ ...plan, recipe: { ...recipe, ...changes } }, table, { store: own });
    const text = new TextDecoder().decode(own.files.get('model.json'));
    const { scaler } = JSON.parse(text).userDefinedMetadata.ser;
    const { predictions, summary } = result;
    return { scaler, weights: summary.weightsSha256, scores: predictions.map((p) => p.scores) };
  };
  const { model } = recipe;

  it.each<[string, Partial<DiscriminantRecipe>]>([
    ['shrinkage', { model: { ...model, shrinkage: 0.9 } }],
    ['shrinkage by Ledoit and Wolf', { model: { ...model, shrinkage: 'auto' } }],
    ['priors', { model: { ...model, priors: null } }],
    ['temperature', { model: { ...model, temperature: 50 } }],
  ])('%s', async (_, changes) => {
    const [before, after] = [await learn({}), await learn(changes)];
    expect(after.scaler).toEqual(before.scaler);
    expect(after.weights).not.toBe(before.weights);
    expect(after.scores).not.toEqual(before.scores);
  });

  it.each<[string, DiscriminantRecipe['scaler']]>([
    ['the rows of the scaler', { clip: 1 }],
    ['the clip of the scaler', { rows: 'original' }],
  ])('%s', async (_, scaler) => {
    const [before, after] = [await learn({}), await learn({ scaler })];
    expect(after.scaler).not.toEqual(before.scaler);
    expect(after.weights).not.toBe(before.weights);
  });

  it('the defaults are no shrinkage, priors of the rows, and temperature 1', async () => {
    const [narrow] = [{ ...model, shrinkage: null, priors: null, temperature: 1 } as const];
    expect(await learn({ model: { kind: 'lda' } })).toEqual(await learn({ model: narrow }));
  });

  it('the test variants, which change no weight', async () => {
    const [before, after] = [await learn({}), await learn({ testVariants: ['slow'] })];
    expect(after.weights).toBe(before.weights);
    expect(after.scores).not.toEqual(before.scores);
  });

  it('variants that train', async () => {
    const own = await run({ ...plan, variants: false }, table, { store: memoryStore() });
    expect(own.train.n).toBe(4 * 4);
    expect(own.summary.weightsSha256).not.toBe(whole.summary.weightsSha256);
    expect(own.test.n).toBe(whole.test.n);
  });
});

it('predicts no label that nothing trains', async () => {
  const own = { ...table, labels: ['calm', 'angry', 'happy', 'sad'] };
  const result = await run(plan, own, { store: memoryStore() });
  for (const { scores } of result.predictions) expect(scores[1]).toBeLessThan(1e-30);
  const predicted = ({ predictions }: typeof result) => predictions.map((each) => each.predicted);
  expect(predicted(result)).toEqual(predicted(whole));
});

it('says which variants a table lacks in which clips are tested', async () => {
  const rows = table.rows.map((row) => (row.variant === 'fast' ? { ...row, variant: 'x' } : row));
  const own = { ...plan, variants: false };
  await expect(run(own, { ...table, rows }, { store: memoryStore() })).rejects.toMatchObject({
    code: 'no-variants',
    message:
      'a small table holds no variants fast; the recipe scores tested clips in them, so extract ' +
      'it again with `ser features --recipe FILE.json`',
  });
});

describe('interrupted', () => {
  const reason = new Error('interrupted');
  /** Ports that abort at the `n`th event of a kind. */
  const abortAt = (kind: ExperimentEvent['kind'], n: number) => {
    const controller = new AbortController();
    let count = 0;
    return {
      signal: controller.signal,
      reporter(event: ExperimentEvent) {
        if (event.kind === kind && ++count === n) controller.abort(reason);
      },
    };
  };

  const BEGUN = ['plan.json', 'provenance.json', 'split.json'];

  it('before its fit, it keeps nothing and is fitted again', async () => {
    const own = memoryStore();
    const controller = new AbortController();
    controller.abort(reason);
    const ports = { store: own, signal: controller.signal };
    await expect(run(plan, table, ports)).rejects.toBe(reason);
    expect([...own.files.keys()].sort()).toEqual(BEGUN);
    const again = await run(plan, table, { store: own });
    expect(again.summary).toEqual(whole.summary);
  });

  it('in its fit, it ends there, keeps nothing and is fitted again', async () => {
    // Of more than 512 features the fit goes step by step.
    const wide = RECIPES.get('functionals-lda');
    if (!wide) throw new Error('there is no such recipe');
    const [ownPlan, ownTable] = [tinyPlan(wide), tinyTable(wide)];
    const seen: ExperimentEvent[] = [];
    const expected = await run(ownPlan, ownTable, {
      store: memoryStore(),
      reporter: (event) => seen.push(event),
    });
    const shares = sharesOf(seen);
    expect(shares.filter((share) => share < 1).length).toBeGreaterThan(10);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);

    const own = memoryStore();
    const { signal, reporter } = abortAt('fit', 1);
    const told: ExperimentEvent[] = [];
    const ports = {
      store: own,
      signal,
      reporter(event: ExperimentEvent) {
        told.push(event);
        reporter(event);
      },
    };
    await expect(run(ownPlan, ownTable, ports)).rejects.toBe(reason);
    // It looks at the signal between tasks, each of which is some steps of so small a fit.
    expect(sharesOf(told).length).toBeLessThan(shares.length / 2);
    expect([...own.files.keys()].sort()).toEqual(BEGUN);
    const again = await run(ownPlan, ownTable, { store: own });
    expect(again.summary).toEqual(expected.summary);
  });

  it('between two folds, it goes on with the next, to the same predictions', async () => {
    const folds = { ...plan, kind: 'cross-validation', protocol: 'loso' } as const;
    const expected = await runFolds(folds, table, { store: memoryStore() });
    expect(expected.summary.folds).toHaveLength(6);
    const own = memoryStore();
    const ports = abortAt('run-end', 2);
    await expect(runFolds(folds, table, { store: own, ...ports })).rejects.toBe(reason);
    const digest = await sha256(own.files.get('fold2-seed3/weights.bin') ?? new Uint8Array());
    const begun: number[] = [];
    const reporter = (event: ExperimentEvent) => {
      if (event.kind === 'run-begin') begun.push(event.fold);
    };
    const again = await runFolds(folds, table, { store: own, reporter });
    expect(begun).toEqual([3, 4, 5, 6]);
    expect(again).toEqual(expected);
    expect(await sha256(own.files.get('fold2-seed3/weights.bin') ?? new Uint8Array())).toBe(digest);
  });
});

it('says in the report of all folds how voices were adapted to', async () => {
  const folds = {
    ...plan,
    kind: 'cross-validation',
    protocol: 'speaker-adapted',
    recipe: { ...recipe, chosenOn: 'seven voices' },
  } as const;
  const own = memoryStore();
  const { report, predictions } = await runFolds({ ...folds, adaptation: 1 }, table, {
    store: own,
  });
  const figuresOf = (file: string) => JSON.parse(new TextDecoder().decode(own.files.get(file)));
  expect(figuresOf('metrics.json').adaptation).toBe(1);
  expect(figuresOf('metrics.json').folds[1].epochs).toBeNull();
  expect(figuresOf('fold2-seed0/metrics.json').adaptation).toBe(1);
  expect(report).toContain(
    '\nchoice     the recipe was chosen on seven voices; only other voices had no part in that\n' +
      'adaptation one clip of each tested voice was heard before the test, without their labels\n' +
      'models     fitted on voices that were moved to the average voice; whoever uses it moves ' +
      'none, so these figures are not its own: train under another protocol for a model to use\n' +
      'scores     the geometric mean of the scores of each tested clip and of its variants slow ' +
      'and fast\n',
  );
  // Of four clips of each of six voices, one was heard.
  expect(predictions).toHaveLength(3 * 6);
  const text = new TextDecoder().decode(own.files.get('fold1-seed0/split.json'));
  expect(JSON.parse(text).adaptation.speakers).toEqual(['1', '2']);
});
