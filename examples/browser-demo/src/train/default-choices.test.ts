import { expect, it } from 'vitest';
import { DEFAULT_CHOICES, forData } from './default-choices.ts';
import type { DataSummary } from './work/data/data-summary.ts';

const data = { recipe: 'baseline', protocol: 'holdout' } as DataSummary;

it('begins as `ser train` does', () => {
  expect(DEFAULT_CHOICES).toEqual({
    recipe: { name: 'baseline' },
    protocol: 'holdout',
    fold: 1,
    folds: 5,
    condition: null,
    variants: false,
    epochs: null,
    seed: 0,
    backend: 'wasm',
  });
});

it.each([
  ['baseline', 'holdout', false],
  ['baseline', 'clip', true],
  ['functionals-lda', 'holdout', true],
] as const)('%s under %s: changed copies %s', (recipe, protocol, variants) => {
  const choices = forData(DEFAULT_CHOICES, { ...data, recipe, protocol });
  expect(choices).toMatchObject({ recipe: { name: recipe }, protocol, variants });
});

it('keeps the seed and what computes, and forgets what was chosen for other data', () => {
  const choices = { ...DEFAULT_CHOICES, seed: 4, fold: 3, epochs: 2, condition: 'song' };
  expect(forData(choices, data)).toEqual({ ...DEFAULT_CHOICES, seed: 4 });
});
