import { buildModelOf, extractorOf, type Plan } from '@ser/experiment';
import { wrongUsage } from '../console/cli-error.ts';
import { isExpectedError } from '../console/is-expected-error.ts';

/**
 * Checks that the recipe's model can be built upon its features, which is known before a clip is
 * extracted. It needs a backend.
 *
 * @throws CliError `wrong-usage`
 */
export function checkModel({ recipe, seed }: Plan, labels: readonly string[]): void {
  // What is fitted in one go is as large as its features.
  if (recipe.fit === null) return;
  try {
    buildModelOf(recipe, extractorOf(recipe), { classes: labels.length, seed }).dispose();
  } catch (cause) {
    if (!isExpectedError(cause)) throw cause;
    const message = `--recipe ${recipe.name}: its model must fit its features: ${cause.message}`;
    throw wrongUsage(message, cause);
  }
}
