import { describe, expect, it } from 'vitest';
import { sequenceRecipe } from '../testing/sequences.ts';
import { discriminantRecipe, smallPlan, smallRecipe } from '../testing/small-plan.ts';
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

describe('epochs', () => {
  const parse = (epochs: unknown, changes = {}) =>
    parsePlan('plan.json', { ...plan, ...changes, epochs }).epochs;

  it('of a network are whole, and from 1 to 1000000000', () => {
    expect([1, 1_000_000_000].map((epochs) => parse(epochs))).toEqual([1, 1_000_000_000]);
    const fail = (epochs: unknown, why: string) =>
      expect(() => parse(epochs)).toThrow(`plan.json: \`epochs\` must be ${why}, got `);
    fail(0, 'a whole number ≥ 1');
    fail(1.5, 'a whole number ≥ 0');
    fail('1', 'a whole number ≥ 0');
    fail(1_000_000_001, 'at most 1000000000');
  });

  it('of what is fitted in one go are 0', () => {
    const changes = { recipe: discriminantRecipe };
    expect(parse(0, changes)).toBe(0);
    expect(() => parse(1, changes)).toThrow(
      'plan.json: `epochs` must be 0 for the model lda, which has none, got 1',
    );
  });
});

describe('adaptation', () => {
  const parse = (adaptation: unknown, protocol = 'speaker-adapted') =>
    parsePlan('plan.json', { ...plan, protocol, adaptation }).adaptation;

  it.each(['all', 1, 5, 1_000_000])('may be %j', (adaptation) => {
    expect(parse(adaptation)).toBe(adaptation);
  });

  it.each([0, 1.5, 1_000_001, 'some', [5]])('is not %j', (adaptation) => {
    expect(() => parse(adaptation)).toThrow(
      'plan.json: `adaptation` must be "all" or a whole number from 1 to 1000000, got ',
    );
  });

  it('is there where the protocol adapts, and nowhere else', () => {
    expect(() => parse(null)).toThrow(
      'plan.json: `adaptation` must be "all" or a number for the protocol speaker-adapted, got null',
    );
    expect(() => parse('all', 'speaker')).toThrow(
      'plan.json: `adaptation` must be null for the protocol speaker, got all',
    );
  });

  it('is none in plans of before there was any', () => {
    const { adaptation: _, ...earlier } = plan;
    expect(parsePlan('plan.json', earlier)).toEqual(plan);
  });
});

describe('lists of speakers', () => {
  const lists = (length: number) => new Array<string[]>(length).fill([]);
  const parse = (speakers: object) => parsePlan('plan.json', { ...plan, speakers });

  it.each([
    { folds: lists(10_000), holdout: ['1'] },
    { folds: [], holdout: [], selection: lists(10_000), groups: lists(10_000) },
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
    [
      { folds: [], holdout: [], selection: lists(10_001) },
      '`speakers.selection` must hold at most 10000 entries, got 10001',
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

describe('labelling', () => {
  it.each([null, 'folders', { csv: 'a.csv', columns: { label: 'emotion' } }, [1]])(
    'may be %j',
    (labelling) => {
      expect(parsePlan('plan.json', { ...plan, labelling }).labelling).toEqual(labelling);
    },
  );

  it('is no value that JSON would change', () => {
    expect(() => parsePlan('plan.json', { ...plan, labelling: { a: Number.NaN } })).toThrow(
      'plan.json: `labelling` must be plain JSON, nested at most 20 deep, got ',
    );
  });

  it('is none in plans of before there was any', () => {
    const { labelling: _, ...earlier } = plan;
    expect(parsePlan('plan.json', earlier)).toEqual(plan);
  });
});

/** Fields that plans of earlier versions lack. */
const LATER = ['adaptation', 'labelling'];

it.each(Object.keys(plan).filter((key) => !LATER.includes(key)))(
  'refuses a plan without its %s',
  (key) => {
    const rest = Object.fromEntries(Object.entries(plan).filter(([each]) => each !== key));
    expect(() => parsePlan('plan.json', rest)).toThrow(`plan.json: \`${key}\` is missing`);
  },
);

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
