import { describe, expect, it } from 'vitest';
import { sequenceRecipe } from '../testing/sequences.ts';
import { smallPlan, smallRecipe } from '../testing/small-plan.ts';
import { parsePlan } from './parse-plan.ts';

const plan = smallPlan();

it('takes what a run writes', () => {
  expect(parsePlan('plan.json', JSON.parse(JSON.stringify(plan)))).toEqual(plan);
});

it.each([
  ['nothing', null, 'plan.json: the value must be Object, got null'],
  [
    'a condition that is no text',
    { ...plan, conditions: ['a', 7] },
    'plan.json: `conditions[1]` must be string, got 7',
  ],
  ['a field too many', { ...plan, speed: 1 }, 'plan.json: `speed` is no field that is known here'],
])('names what is wrong: %s', (_, value, message) => {
  expect(() => parsePlan('plan.json', value)).toThrow(message);
});

describe('numbers', () => {
  it.each([
    ['fold', 1, 10_000],
    ['folds', 2, 10_000],
    ['seed', 0, 4_294_967_295],
    ['seeds', 1, 10_000],
    ['epochs', 1, 1_000_000_000],
  ])('of %s are whole, and from %d to %d', (key, least, most) => {
    const parse = (value: unknown) => parsePlan('plan.json', { ...plan, [key]: value });
    expect([least, most].map((value) => parse(value))).toEqual([
      { ...plan, [key]: least },
      { ...plan, [key]: most },
    ]);
    const fail = (value: unknown, why: string) =>
      expect(() => parse(value)).toThrow(`plan.json: \`${key}\` must be ${why}, got `);
    fail(least - 1, `a whole number ≥ ${least}`);
    fail(least + 0.5, `a whole number ≥ ${least}`);
    fail(String(least), `a whole number ≥ ${least}`);
    fail(null, `a whole number ≥ ${least}`);
    fail(most + 1, `at most ${most}`);
  });
});

describe('lists of speakers', () => {
  const lists = (length: number) => new Array<string[]>(length).fill([]);
  const parse = (speakers: object) => parsePlan('plan.json', { ...plan, speakers });

  it.each([
    { folds: lists(10_000), holdout: ['1'] },
    { folds: [], holdout: [], groups: lists(10_000) },
    null,
  ])('are kept: %#', (speakers) => {
    expect(parsePlan('plan.json', { ...plan, speakers }).speakers).toEqual(speakers);
  });

  it.each([
    [{ folds: lists(10_001), holdout: [] }, '`speakers.folds` must hold at most 10000 entries'],
    [
      { folds: [], holdout: [], groups: lists(10_001) },
      '`speakers.groups` must hold at most 10000 entries, got 10001',
    ],
    [{ folds: [], holdout: '1' }, '`speakers.holdout` must be Array'],
    [{ folds: [[1]], holdout: [] }, '`speakers.folds[0][0]` must be string, got 1'],
    [{ folds: [] }, '`speakers.holdout` is missing'],
    [{ holdout: [] }, '`speakers.folds` is missing'],
    [{ folds: [], holdout: [], others: [] }, '`speakers.others` is no field'],
  ])('are refused: %#', (speakers, message) => {
    expect(() => parse(speakers)).toThrow(`plan.json: ${message}`);
  });
});

it.each([
  ['version', 2, '`version` must be 1, got 2'],
  ['kind', 'walk', '`kind` must be ("run" | "cross-validation"), got "walk"'],
  ['protocol', 'odd', /^plan\.json: `protocol` must be \("reference" \| .*\), got "odd"$/],
  ['conditions', 'song', '`conditions` must be'],
  ['testConditions', [1], '`testConditions[0]` must be string, got 1'],
  ['variants', 'no', '`variants` must be boolean, got "no"'],
  ['backend', 1, '`backend` must be string, got 1'],
  ['data', 'a', '`data` must be Array, got "a"'],
])('refuses another %s than a plan has', (key, value, message) => {
  expect(() => parsePlan('plan.json', { ...plan, [key]: value })).toThrow(message);
});

it.each(Object.keys(plan))('refuses a plan without its %s', (key) => {
  const rest = Object.fromEntries(Object.entries(plan).filter(([each]) => each !== key));
  expect(() => parsePlan('plan.json', rest)).toThrow(`plan.json: \`${key}\` is missing`);
});

it('names the path in the recipe', () => {
  const recipe = { ...smallRecipe, fit: { ...smallRecipe.fit, epochs: 0 } };
  expect(() => parsePlan('a/plan.json', { ...plan, recipe })).toThrow(
    'a/plan.json: recipe: `fit.epochs` must be a whole number ≥ 1, got 0',
  );
});

describe('a recipe that averages weights', () => {
  const averaged = smallPlan({ recipe: sequenceRecipe });

  it('needs more epochs than those before it averages', () => {
    expect(() => parsePlan('plan.json', { ...averaged, epochs: 1 })).toThrow(
      expect.objectContaining({
        code: 'bad-plan',
        message:
          'plan.json: `epochs` must be above recipe.fit.averageWeights.startEpoch, ' +
          'which is 1, got 1',
      }),
    );
  });

  it('may have one epoch more', () => {
    expect(parsePlan('plan.json', { ...averaged, epochs: 2 }).epochs).toBe(2);
  });
});
