import { expect, it } from 'vitest';
import type { Plan } from '../plan/plan.ts';
import { discriminantRecipe, smallPlan, smallRecipe } from '../testing/small-plan.ts';
import { smallResult } from '../testing/small-result.ts';
import { formatRun } from './format-run.ts';

const format = (changes: Partial<Plan> = {}) => formatRun(smallPlan(changes), smallResult);

it('has each fact and each figure in its place', () => {
  expect(format()).toBe(`recipe      small: two small convolutions
protocol    holdout: tested on speakers who were not heard in training
data        a small table; all conditions, original clips only
validation  15 % of the training rows, as in the reference recipe: it chose when to stop; only the test figures count
training    2 epochs, 2 ms a step on wasm, seed 3

              rows  accuracy       UAR  macro F1
train            8     1.000     1.000     1.000
validation       5     0.600     0.778     0.625
test             4     0.250     0.250     0.100

test, by class

              precision    recall  f1-score   support

        calm       0.25      1.00      0.40         1
       happy       0.00      0.00      0.00         1
       angry       0.00      0.00      0.00         1
         sad       0.00      0.00      0.00         1

    accuracy                           0.25         4
   macro avg       0.06      0.25      0.10         4
weighted avg       0.06      0.25      0.10         4


test, confusion matrix: rows are the true class, columns the predicted one

true \\ predicted   cal  hap  ang  sad
            calm     1    0    0    0
           happy     1    0    0    0
           angry     1    0    0    0
             sad     1    0    0    0

`);
});

it('makes sense where nothing was trained step by step', () => {
  const plan = smallPlan({
    recipe: { ...discriminantRecipe, chosenOn: 'seven voices' },
    protocol: 'speaker-adapted',
    adaptation: 5,
    epochs: 0,
    variants: true,
  });
  const text = formatRun(plan, { ...smallResult, history: [], validation: null });
  expect(text.slice(0, text.indexOf('test, by class'))).toBe(
    `recipe      small-lda: a discriminant analysis in two speeds
choice      the recipe was chosen on seven voices; only other voices had no part in that
protocol    speaker-adapted: folds of new speakers, of whom unlabelled clips are heard before the test
fold        1 of 5
data        a small table; all conditions, with 3 variants in training: slow, fast, noise
adaptation  5 clips of each tested voice were heard before the test, without their labels
model       fitted on voices that were moved to the average voice; whoever uses it moves none, so these figures are not its own: train under another protocol for a model to use
scores      the geometric mean of the scores of each tested clip and of its variants slow and fast
validation  none: the model is fitted in one go, and nothing is chosen in this run
training    fitted in one go, seed 3

              rows  accuracy       UAR  macro F1
train            8     1.000     1.000     1.000
test             4     0.250     0.250     0.100

`,
  );
});

it('counts the folds that there are', () => {
  const plan = smallPlan({ protocol: 'loso', fold: 2 });
  expect(formatRun(plan, smallResult)).toMatch(/^fold {8}2 of 24$/m);
  expect(formatRun(plan, smallResult, { folds: 7 })).toMatch(/^fold {8}2 of 7$/m);
});

it('speaks of one epoch', () => {
  const [first] = smallResult.history;
  expect(formatRun(smallPlan(), { ...smallResult, history: [first] })).toContain(' 1 epoch, 2 ms');
});

it('names every table of the data', () => {
  expect(format({ data: ['a.parquet', 'b.parquet'] })).toMatch(
    /^data {8}a\.parquet; b\.parquet; all conditions, original clips only$/m,
  );
});

it('names the fold where there are several', () => {
  expect(format({ protocol: 'speaker', fold: 2 })).toMatch(/^fold {8}2 of 5$/m);
});

it('names no fold where there is one', () => {
  expect(format()).not.toMatch(/^fold/m);
});

it('names conditions and variants', () => {
  const recipe = { ...smallRecipe, variants: 'reference' } as const;
  expect(format({ recipe, variants: true, conditions: ['speech', 'song'] })).toMatch(
    /^data .*; speech and song, with 2 variants in training: noise, stretch-pitch$/m,
  );
});

it('warns of a protocol that leaks', () => {
  expect(format({ protocol: 'reference' })).toMatch(/\n\nTHIS PROTOCOL LEAKS: .*\n\n {14}rows/);
});

it('has notes on the split, each in a line', () => {
  expect(formatRun(smallPlan(), smallResult, { notes: ['a note', 'another'] })).toContain(
    '\nnote        a note\nnote        another\ntraining    ',
  );
});

it('shows what a file says without its control characters', () => {
  expect(format({ data: ['a\u001b[2Jb\nc'] })).toContain('a\\x1b[2Jb\\nc; all conditions');
});

it('shows labels without their control characters', () => {
  const { test } = smallResult;
  const rename = (name: string) => name.replace('calm', 'c\u001blm');
  const classes = test.report.classes.map((each) => ({ ...each, name: rename(each.name) }));
  const odd = { ...test, labels: test.labels.map(rename), report: { ...test.report, classes } };
  const text = formatRun(smallPlan(), { ...smallResult, test: odd });
  expect(text).not.toContain('\u001b');
  expect(text.match(/c\\x1blm/g)).toHaveLength(2);
});
