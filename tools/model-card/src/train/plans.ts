import { createPlan, type Plan, RECIPES, type Recipe } from '@ser/experiment';
import { SPEAKERS } from '@ser/ravdess';

/** The recipe that is published. */
const RECIPE = 'functionals-lda';

/** What all of them share: `ser` says the same of a table with `--channels speech`. */
function plan(changes: Partial<Plan>): Plan {
  const recipe = RECIPES.get(RECIPE) as Recipe;
  return createPlan({
    protocol: 'holdout',
    conditions: ['speech'],
    speakers: SPEAKERS,
    variants: true,
    ...changes,
    recipe,
  });
}

const FOLDS = { kind: 'cross-validation', testConditions: ['speech'] } as const;

/** The speakers of one list of folds alone. */
function listOf(folds: readonly (readonly string[])[]): Plan['speakers'] {
  return { folds, holdout: SPEAKERS.holdout };
}

/**
 * The plans by what they are for, each trained on speech.
 *
 * @see `ser train --data T.parquet --protocol holdout --channels speech --recipe functionals-lda`
 */
export const PLANS: Readonly<
  Record<
    'plain' | 'adapted' | 'selection' | 'adaptedSelection' | 'speaker' | 'adaptedFolds',
    () => Plan
  >
> = {
  /** The published model: the actors 1 to 20 train, 21 to 24 are tested. */
  plain: () => plan({}),
  /** The same actors, each brought to the average voice before anything is fitted. */
  adapted: () =>
    plan({
      protocol: 'speaker-adapted',
      testConditions: ['speech'],
      speakers: listOf([SPEAKERS.holdout]),
    }),
  /** The four folds of the actors 1 to 20, on which everything is chosen. */
  selection: () => plan({ ...FOLDS, protocol: 'selection' }),
  /** The same folds for voices that are adapted to; of a table of these actors alone. */
  adaptedSelection: () =>
    plan({ ...FOLDS, protocol: 'speaker-adapted', speakers: listOf(SPEAKERS.selection) }),
  /** The five folds of the literature. */
  speaker: () => plan({ ...FOLDS, protocol: 'speaker' }),
  /** The same folds, for voices that are adapted to. */
  adaptedFolds: () => plan({ ...FOLDS, protocol: 'speaker-adapted' }),
};
