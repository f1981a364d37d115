import type { Recipe } from '../../recipe/recipe.ts';

/** What a reader of the validation figures must know: what the validation rows have decided. */
export function validationNote({ stop, fit }: Pick<Recipe, 'stop' | 'fit'>): string {
  if (fit === null) return 'none: the model is fitted in one go, and nothing is chosen in this run';
  const choices = [
    ...(stop ? ['when to stop'] : []),
    ...(fit.reduceLrOnPlateau ? ['when to lower the rate'] : []),
  ];
  const chose = choices.length > 0 ? `it chose ${choices.join(' and ')}` : 'it chose nothing';
  return `15 % of the training rows, as in the reference recipe: ${chose}; only the test figures count`;
}
