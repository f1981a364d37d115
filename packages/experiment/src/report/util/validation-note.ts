/** What a reader of the validation figures must know. */
export const VALIDATION_NOTE: string =
  '15 % of the training rows, as in the reference recipe: it chose when to stop; ' +
  'only the test figures count';
