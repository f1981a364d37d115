import { createExtractor } from '@ser/features';
import { describe, expect, it } from 'vitest';
import { startWasm } from '../../testing/start-wasm.ts';
import { buildModelOf } from '../build-model-of.ts';
import { extractorOf } from '../extractor-of.ts';
import { parseRecipe } from '../parse-recipe.ts';
import { RECIPES } from '../recipes.ts';
import { modelSize } from './model-size.ts';

await startWasm();

it.each([...RECIPES])('is that of the model of %s, but for small layers', (_, recipe) => {
  const extractor = extractorOf(recipe);
  const { shape } = createExtractor(extractor);
  const { weights } = modelSize(recipe.model, [shape[0], shape[1] ?? 1]);
  const model = buildModelOf(recipe, extractor, { classes: 8, seed: 0 });
  expect(weights / model.countParams()).toBeGreaterThan(0.9);
  expect(weights / model.countParams()).toBeLessThan(1.05);
  model.dispose();
});

describe('a recipe that asks for too much is refused', () => {
  const baseline = RECIPES.get('baseline');
  const block = { filters: 4096, kernelSize: 1024 };

  it('for its weights', () => {
    const model = { kind: 'cnn', blocks: [block, block] };
    expect(() => parseRecipe('huge.json', { ...baseline, model })).toThrow(
      'huge.json: `model` must have at most 50000000 weights',
    );
  });

  it('for what a batch takes', () => {
    const model = { kind: 'cnn', blocks: [{ filters: 4096, kernelSize: 1 }] };
    const fit = { epochs: 1, batchSize: 65_536 };
    expect(() => parseRecipe('huge.json', { ...baseline, model, fit })).toThrow(
      'huge.json: `fit.batchSize` must be at most 202 for this model',
    );
  });
});
