import { PROTOCOL_NAMES, PROTOCOLS } from '@ser/eval';
import { RECIPES } from '@ser/experiment';
import type { TrainJob } from '../jobs.ts';
import { recipeCard } from '../recipe-card.ts';

export const catalogue: TrainJob<'catalogue'> = async () => ({
  recipes: [...RECIPES.values()].map(recipeCard),
  protocols: PROTOCOL_NAMES.map((name) => {
    const { description, leaks } = PROTOCOLS[name];
    return { name, description, leaks };
  }),
});
