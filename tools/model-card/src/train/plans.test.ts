import { beforeAll, expect, it } from 'vitest';
import { PLANS } from './plans.ts';
import { startBackend } from './start-backend.ts';

beforeAll(startBackend);

const SHARED = {
  version: 1,
  recipe: { name: 'functionals-lda', fit: null },
  fold: 1,
  conditions: ['speech'],
  variants: true,
  seed: 0,
  seeds: 1,
  epochs: 0,
  backend: 'wasm',
};
const HOLDOUT = ['21', '22', '23', '24'];

it.each([
  ['plain', { kind: 'run', protocol: 'holdout', adaptation: null, testConditions: null }],
  [
    'adapted',
    {
      kind: 'run',
      protocol: 'speaker-adapted',
      adaptation: 'all',
      testConditions: ['speech'],
      speakers: { folds: [HOLDOUT] },
    },
  ],
  ['selection', { kind: 'cross-validation', protocol: 'selection', adaptation: null }],
  [
    'adaptedSelection',
    { kind: 'cross-validation', protocol: 'speaker-adapted', adaptation: 'all' },
  ],
  ['speaker', { kind: 'cross-validation', protocol: 'speaker', testConditions: ['speech'] }],
  ['adaptedFolds', { kind: 'cross-validation', protocol: 'speaker-adapted', adaptation: 'all' }],
] as const)('%s is pinned', (name, expected) => {
  expect(PLANS[name]()).toMatchObject({ ...SHARED, ...expected });
});

it('tests no actor of the hold-out where anything is chosen', () => {
  const folds = PLANS.adaptedSelection().speakers?.folds ?? [];
  expect(folds).toEqual(PLANS.selection().speakers?.selection);
  expect(folds.flat().filter((speaker) => HOLDOUT.includes(speaker))).toEqual([]);
});
