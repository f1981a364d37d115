import { RECIPES, writeParquet } from '@ser/experiment';
import { createExtractor, type ExtractorConfig, presets } from '@ser/features';
import { expect, it } from 'vitest';
import { ravdess } from '../data-sets/ravdess.ts';
import { sandboxPerTest } from '../testing/sandbox.ts';
import { toneWav } from '../testing/tone-wav.ts';
import { defaultRecipe } from './default-recipe.ts';

const sandbox = sandboxPerTest();
const { put } = sandbox;

/** A table of one row of an extractor's features; returns its path. */
function putTable(name: string, extractor: ExtractorConfig): string {
  const { names, shape } = createExtractor(extractor);
  const rows = [{ clip: 'a', label: 'sad', speaker: '01', variant: 'original' }];
  const x = new Float32Array(shape.reduce((product, length) => product * length, 1));
  put(name, writeParquet({ extractor, labels: ['sad'], names, shape, rows, x }));
  return `${sandbox.folder}/${name}`;
}

const frames = RECIPES.get('frames')?.features as ExtractorConfig;

it('is that of the embedded table without data', async () => {
  expect(await defaultRecipe(ravdess, undefined)).toBe('baseline');
});

it('is the discriminant analysis for clips', async () => {
  put('wavs/03-01-01-01-01-01-01.wav', toneWav(0.1, 300));
  expect(await defaultRecipe(ravdess, [`${sandbox.folder}/wavs`])).toBe('functionals-lda');
});

it.each<[string, ExtractorConfig]>([
  ['functionals-lda', presets.functionals],
  ['baseline', presets.summary162],
  ['frames', frames],
  // No recipe has these: the error says what the table should hold.
  ['functionals-lda', { sampleRate: 8000, features: [{ kind: 'zcr' }] }],
])('is %s for a table of its features', async (name, extractor) => {
  expect(await defaultRecipe(ravdess, [putTable('a.parquet', extractor)])).toBe(name);
});

it('goes by the first of several tables', async () => {
  const own = putTable('a.parquet', presets.summary162);
  const other = putTable('b.parquet', presets.functionals);
  expect(await defaultRecipe(ravdess, [own, other])).toBe('baseline');
});

it('does not hide that data are not there', async () => {
  await expect(defaultRecipe(ravdess, ['/nowhere'])).rejects.toMatchObject({
    code: 'no-such-path',
  });
});
