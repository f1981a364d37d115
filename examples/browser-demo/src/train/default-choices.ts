import type { Choices } from './work/choices.ts';
import type { DataSummary } from './work/data/data-summary.ts';

/** Before anything is known of the data. */
export const DEFAULT_CHOICES: Choices = {
  recipe: { name: 'baseline' },
  protocol: 'holdout',
  fold: 1,
  folds: 5,
  condition: null,
  variants: false,
  epochs: null,
  seed: 0,
  backend: 'wasm',
};

/**
 * What to begin with for data, as `ser train` does: a network trains without changed copies under
 * `holdout`, for which they are too slow for what they give.
 */
export function forData(choices: Choices, { recipe, protocol }: DataSummary): Choices {
  const isFitted = recipe === 'functionals-lda';
  return {
    ...choices,
    recipe: { name: recipe },
    protocol,
    fold: 1,
    condition: null,
    variants: isFitted || protocol !== 'holdout',
    epochs: null,
  };
}
