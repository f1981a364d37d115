import { closestName } from '@ser/internal';
import baseline from '../../recipes/baseline.json' with { type: 'json' };
import egemapsLda from '../../recipes/egemaps-lda.json' with { type: 'json' };
import frames from '../../recipes/frames.json' with { type: 'json' };
import functionalsLda from '../../recipes/functionals-lda.json' with { type: 'json' };
import librosa193Lda from '../../recipes/librosa193-lda.json' with { type: 'json' };
import reference from '../../recipes/reference.json' with { type: 'json' };
import { ExperimentError } from '../experiment-error.ts';
import { LazyMap } from '../util/lazy-map.ts';
import { parseRecipe } from './parse-recipe.ts';
import type { Recipe } from './recipe.ts';

/** A name, not the path of a file. */
const NAME = /^[\w-]+$/;

/**
 * The recipes that come with the package, by name. A new one is a file in `recipes/` and a line
 * here. Each is parsed when it is first asked for. `get` throws an ExperimentError `bad-argument`
 * for a name that is close to one of them, and says which; it is undefined for any other.
 */
export const RECIPES: ReadonlyMap<string, Recipe> = /* @__PURE__ */ new LazyMap<unknown, Recipe>(
  {
    baseline,
    reference,
    frames,
    'functionals-lda': functionalsLda,
    'egemaps-lda': egemapsLda,
    'librosa193-lda': librosa193Lda,
  },
  (name, value) => parseRecipe(`${name}.json`, value),
  (name) => {
    const meant = NAME.test(name) ? closestName(name, [...RECIPES.keys()]) : undefined;
    if (meant === undefined) return;
    throw new ExperimentError(
      'bad-argument',
      `RECIPES.get: \`key\` must be one of ${[...RECIPES.keys()].join(', ')}, got ${name} ` +
        `(did you mean \`${meant}\`?)`,
    );
  },
);
