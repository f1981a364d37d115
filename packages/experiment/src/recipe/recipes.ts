import baseline from '../../recipes/baseline.json' with { type: 'json' };
import frames from '../../recipes/frames.json' with { type: 'json' };
import reference from '../../recipes/reference.json' with { type: 'json' };
import { parseRecipe } from './parse-recipe.ts';
import type { Recipe } from './recipe.ts';

/** The recipes that come with the package, by name. A new one is a file in `recipes/` and a line here. */
export const RECIPES: ReadonlyMap<string, Recipe> = /* @__PURE__ */ new Map(
  Object.entries({ baseline, reference, frames }).map(([name, value]) => [
    name,
    parseRecipe(`${name}.json`, value),
  ]),
);
