// What must not reach a model: the test rows at all, and the validation rows but for choosing.
import { Classifier, memoryStore, StandardScaler, sha256 } from '@ser/model';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../plan/plan.ts';
import { splitRows } from '../plan/split-rows.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { RECIPES } from '../recipe/recipes.ts';
import { rowSize, selectRows, type Table } from '../table/table.ts';
import { sequenceRecipe } from '../testing/sequences.ts';
import { discriminantRecipe, smallPlan, smallRecipe } from '../testing/small-plan.ts';
import { SMALL_SPEAKERS, smallTable } from '../testing/small-table.ts';
import { startWasm } from '../testing/start-wasm.ts';
import { tinyPlan, tinyTable } from '../testing/tiny-table.ts';
import { run } from './run.ts';
import { runFolds } from './run-folds.ts';
import { subtractOffsets, voiceOffsets } from './util/voice-offsets.ts';

/** The table with other features in some rows. */
function changeFeatures(table: Table, indices: readonly number[]): Table {
  const size = rowSize(table);
  const isChanged = new Set(indices);
  const x = table.x.map((value, i) =>
    isChanged.has(Math.floor(i / size)) ? 5 - 7 * value : value,
  );
  return { ...table, x };
}

/** The table with its first label for some rows. */
function changeLabels(table: Table, indices: readonly number[]): Table {
  const isChanged = new Set(indices);
  const [label] = table.labels;
  return {
    ...table,
    rows: table.rows.map((row, i) => (isChanged.has(i) ? { ...row, label } : row)),
  };
}

/** The table with other features and with one label in some rows. */
function changeRows(table: Table, indices: readonly number[]): Table {
  return changeLabels(changeFeatures(table, indices), indices);
}

// Weights are compared by their digest: the difference of two long arrays takes minutes to print.

async function train(plan: Plan, rows: Table) {
  const store = memoryStore();
  const { summary, history, predictions, ...sides } = await run(plan, rows, { store });
  const text = (file: string) => new TextDecoder().decode(store.files.get(file));
  const { scaler } = JSON.parse(text('model.json')).userDefinedMetadata.ser;
  const [weights, csv] = [summary.weightsSha256, text('history.csv')];
  return {
    learned: { scaler, weights, csv, history, train: sides.train, validation: sides.validation },
    test: sides.test,
    predictions,
  };
}

beforeAll(startWasm);

/** A CNN with variants, mixup, class weights, and both kinds of choosing. */
const choosing: Recipe = {
  ...smallRecipe,
  variants: 'reference',
  fit: { ...smallRecipe.fit, mixup: 0.2, labelSmoothing: 0.1, reduceLrOnPlateau: { patience: 1 } },
  stop: { patience: 1 },
};
const protocols = ['holdout', 'speaker', 'loso', 'clip', 'reference'] as const;
/** Shipped recipes average after more epochs than this test trains. */
function shorten(recipe: Recipe): Recipe {
  if (recipe.fit === null) return recipe;
  const { averageWeights, ...fit } = recipe.fit;
  const short = { ...fit, ...(averageWeights && { averageWeights: { startEpoch: 1 } }) };
  return { ...recipe, fit: short };
}

const CASES = [
  ...[...RECIPES.values()].map((recipe) => [recipe, 'holdout'] as const),
  // SpecAugment, averages and a schedule are in the second.
  ...[choosing, sequenceRecipe, discriminantRecipe].flatMap((recipe) =>
    protocols.map((each) => [recipe, each] as const),
  ),
].map(([recipe, protocol]) => {
  return { name: recipe.name, recipe: shorten(recipe), protocol };
});

describe.each(CASES)('the recipe $name under $protocol', ({ recipe, protocol }) => {
  const plan = tinyPlan(recipe, { protocol, fold: protocol === 'speaker' ? 2 : 1 });
  const table = tinyTable(recipe);
  const { test } = splitRows(table.rows, plan);
  // One of them stays as it is. Variants of tested clips train under `reference` alone, and are
  // used nowhere under the others. Labels stratify the folds of `clip`.
  const clips = new Set(test.slice(1).map((i) => table.rows[i].clip));
  const changed =
    protocol === 'reference'
      ? test.slice(1)
      : table.rows.flatMap(({ clip }, i) => (clips.has(clip) ? [i] : []));
  const change = protocol === 'clip' ? changeFeatures : changeRows;

  it('learns the same whatever the test rows hold, and predicts each of them alone', async () => {
    const before = await train(plan, table);
    const after = await train(plan, change(table, changed));
    expect(after.learned).toEqual(before.learned);
    expect(after.predictions[0]).toEqual(before.predictions[0]);
    // The change is one that the test sees.
    expect(after.predictions.slice(1)).not.toEqual(before.predictions.slice(1));
  });
});

describe.each([
  ['all' as const, discriminantRecipe],
  [1, discriminantRecipe],
  ['all' as const, choosing],
  [1, sequenceRecipe],
])('adapted to %j clips of a tested voice', (adaptation, recipe: Recipe) => {
  const plan = tinyPlan(recipe, { protocol: 'speaker-adapted', adaptation });
  const table = tinyTable(recipe);
  const { test, adaptation: heard = [] } = splitRows(table.rows, plan);
  const clipsOf = (indices: readonly number[]) => new Set(indices.map((i) => table.rows[i].clip));
  /** The rows of clips, their variants included. */
  const rowsOf = (clips: ReadonlySet<string>) =>
    table.rows.flatMap(({ clip }, i) => (clips.has(clip) ? [i] : []));

  it('learns the same whatever the tested voices say', async () => {
    const before = await train(plan, table);
    const changed = rowsOf(clipsOf([...test, ...heard]));
    const after = await train(plan, changeRows(table, changed));
    expect(after.learned).toEqual(before.learned);
    expect(after.predictions).not.toEqual(before.predictions);
  });

  it('never looks at a label of theirs', async () => {
    const before = await train(plan, table);
    const after = await train(plan, changeLabels(table, rowsOf(clipsOf([...test, ...heard]))));
    const scoresOf = ({ predictions }: typeof before) => predictions.map(({ scores }) => scores);
    expect(scoresOf(after)).toEqual(scoresOf(before));
  });

  it('hears the clips that the split names, of the voice at hand, and no others', async () => {
    const scoresOf = async (rows: Table) =>
      (await train(plan, rows)).predictions.map(({ clip, scores }) => ({ clip, scores }));
    const before = await scoresOf(table);
    // One clip that is heard changes what comes of the other clips of its voice.
    const [one] = heard;
    const { speaker, clip: changed } = table.rows[one];
    const after = await scoresOf(changeFeatures(table, [one]));
    test.forEach((row, i) => {
      const isOther = table.rows[row].speaker !== speaker;
      if (isOther) expect(after[i]).toEqual(before[i]);
      else if (table.rows[row].clip !== changed) expect(after[i]).not.toEqual(before[i]);
    });
    // A tested clip that is not heard changes nothing but itself.
    if (adaptation === 'all') return;
    const others = rowsOf(clipsOf(test.slice(1)));
    expect((await scoresOf(changeFeatures(table, others)))[0]).toEqual(before[0]);
  });

  it('saves a model of the average voice', async () => {
    const store = memoryStore();
    await run(plan, table, { store });
    const classifier = await Classifier.load(store);
    const offsets = await voiceOffsets(table, splitRows(table.rows, plan));
    const moved = (rows: number[]) => {
      const { x } = selectRows(table, rows);
      subtractOffsets(
        x,
        rows.map((row) => offsets?.ofTrained(row)),
      );
      return x;
    };
    // Its scaler has the mean of all training rows, each voice of them moved to the average one.
    const { rows = 'all' } = recipe.scaler ?? {};
    const { train: all } = splitRows(table.rows, plan);
    const own = all.filter((row) => rows === 'all' || table.rows[row].variant === 'original');
    const { mean } = StandardScaler.fit(moved(own), table.names.length);
    expect(classifier.scaler?.mean).toEqual(mean);
    classifier.dispose();
  });
});

it('test rows of a fold change nothing that it has learned in a cross-validation', async () => {
  const plan = smallPlan({ kind: 'cross-validation', protocol: 'speaker', epochs: 1 });
  const table = smallTable();
  const first = SMALL_SPEAKERS.folds[0];
  const indices = table.rows.flatMap(({ speaker }, i) => (first.includes(speaker) ? [i] : []));
  const foldsOf = async (rows: Table) => {
    const store = memoryStore();
    await runFolds(plan, rows, { store });
    const files = ['model.json', 'weights.bin', 'history.csv'];
    return (fold: number) =>
      Promise.all(
        files.map((file) =>
          sha256(store.files.get(`fold${fold}-seed0/${file}`) ?? new Uint8Array()),
        ),
      );
  };
  const before = await foldsOf(table);
  const after = await foldsOf(changeRows(table, indices));
  expect(await after(1)).toEqual(await before(1));
  // The other folds train on these rows.
  expect(await after(2)).not.toEqual(await before(2));
});

describe('validation rows', () => {
  const withoutChoice = {
    ...choosing,
    fit: { ...choosing.fit, reduceLrOnPlateau: null },
    stop: null,
  };

  it.each([
    // All variants of a clip must have one label, and some of them train.
    ['a CNN', withoutChoice, changeFeatures],
    ['frames', sequenceRecipe, changeRows],
  ])('enter nothing that is learned where they do not choose: %s', async (_, recipe, change) => {
    const plan = tinyPlan(recipe);
    const table = tinyTable(recipe);
    const { validation } = splitRows(table.rows, plan);
    const { learned: before } = await train(plan, table);
    const { learned: after } = await train(plan, change(table, validation));
    const own = ({ scaler, weights, train: score }: typeof before) => ({ scaler, weights, score });
    expect(own(after)).toEqual(own(before));
    const ofTraining = ({ history }: typeof before) =>
      history.map(({ epoch, loss, accuracy, learningRate }) => [
        epoch,
        loss,
        accuracy,
        learningRate,
      ]);
    expect(ofTraining(after)).toEqual(ofTraining(before));
    expect(after.history).not.toEqual(before.history);
  });

  describe('that are spoilt', () => {
    const table = smallTable();
    const spoil = (plan: Plan) => changeRows(table, splitRows(table.rows, plan).validation);

    it('choose when training stops', async () => {
      const plan = smallPlan({ recipe: { ...smallRecipe, stop: { patience: 1 } }, epochs: 20 });
      const { learned: before } = await train(plan, table);
      const { learned: after } = await train(plan, spoil(plan));
      expect(after.history.length).toBeLessThan(before.history.length);
    });

    it('choose when the rate falls', async () => {
      const fit = { ...smallRecipe.fit, reduceLrOnPlateau: { patience: 1, factor: 0.5 } };
      const plan = smallPlan({ recipe: { ...smallRecipe, fit, stop: null }, epochs: 4 });
      const rates = async (rows: Table) =>
        (await train(plan, rows)).learned.history.map(({ learningRate }) => learningRate);
      expect(await rates(table)).toEqual([0.01, 0.01, 0.01, 0.01]);
      expect(await rates(spoil(plan))).toEqual([0.01, 0.01, 0.005, 0.0025]);
    });

    it('choose the epoch whose weights are kept, the best by their loss', async () => {
      const plan = smallPlan({ recipe: { ...smallRecipe, stop: { patience: 20 } }, epochs: 5 });
      const spoilt = spoil(plan);
      const { learned } = await train(plan, spoilt);
      const losses = learned.history.map(({ valLoss = 0 }) => valLoss);
      const best = losses.indexOf(Math.min(...losses));
      // Else the last weights are the best, and nothing is shown.
      expect(best).toBeLessThan(losses.length - 1);
      const short = await train({ ...plan, epochs: best + 1 }, spoilt);
      expect(learned.weights).toEqual(short.learned.weights);
    });
  });
});
