import baseline from '../../recipes/baseline.json' with { type: 'json' };
import frames from '../../recipes/frames.json' with { type: 'json' };
import reference from '../../recipes/reference.json' with { type: 'json' };
import { LazyMap } from '../util/lazy-map.ts';
import { parseRecipe } from './parse-recipe.ts';
import type { Recipe } from './recipe.ts';

/**
 * The recipes that come with the package, by name. A new one is a file in `recipes/` and a line
 * here. Each is parsed when it is first asked for.
 */
export const RECIPES: ReadonlyMap<string, Recipe> = /* @__PURE__ */ new LazyMap<unknown, Recipe>(
  { baseline, reference, frames },
  (name, value) => parseRecipe(`${name}.json`, value),
);
