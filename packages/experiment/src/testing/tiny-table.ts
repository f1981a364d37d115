import { createExtractor } from '@ser/features';
import { seeded } from '@ser/testing';
import type { Plan } from '../plan/plan.ts';
import { extractorOf } from '../recipe/extractor-of.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { variantsOf } from '../recipe/variants-of.ts';
import type { Table } from '../table/table.ts';
import { smallPlan } from './small-plan.ts';

const LABELS = ['calm', 'happy', 'sad'];
const SPEAKERS = ['1', '2', '3', '4', '5', '6'];

/**
 * A table with the features of any recipe, and with its variants: four clips of each of six
 * speakers, of which two are sad. The values of a row are drawn around its label's number.
 */
export function tinyTable(recipe: Recipe): Table {
  const extractor = extractorOf(recipe);
  const { names, shape } = createExtractor(extractor);
  const variants = ['original', ...variantsOf(recipe).map(({ name }) => name)];
  const rows = SPEAKERS.flatMap((speaker) =>
    [...LABELS, 'sad'].flatMap((label, i) =>
      variants.map((variant) => ({ clip: `${speaker}-${i}`, label, speaker, variant })),
    ),
  );
  const random = seeded();
  const size = shape.reduce((product, length) => product * length, 1);
  const x = Float32Array.from({ length: rows.length * size }, (_, i) => {
    return LABELS.indexOf(rows[Math.floor(i / size)].label) + random();
  });
  return { extractor, labels: LABELS, names, shape, rows, x };
}

/** A plan for {@link tinyTable}, of two epochs where there are any. */
export function tinyPlan(recipe: Recipe, changes: Partial<Plan> = {}): Plan {
  return smallPlan({
    recipe,
    variants: recipe.variants.length > 0,
    folds: 3,
    speakers: {
      folds: [
        ['1', '2'],
        ['3', '4'],
        ['5', '6'],
      ],
      holdout: ['5', '6'],
    },
    epochs: recipe.fit === null ? 0 : 2,
    ...changes,
  });
}
