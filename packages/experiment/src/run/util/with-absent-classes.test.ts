import { LinearDiscriminantAnalysis } from '@ser/model';
import { expect, it } from 'vitest';
import { startWasm } from '../../testing/start-wasm.ts';
import { withAbsentClasses } from './with-absent-classes.ts';

await startWasm();
const analysis = await LinearDiscriminantAnalysis.fit(
  Float32Array.of(0, 1, 1, 0, 4, 6, 5, 4, 9, 1, 8, 2),
  [0, 0, 1, 1, 2, 2],
  { features: 2, classes: 3, shrinkage: 0.5 },
);
const x = Float32Array.of(0, 0, 5, 5, 9, 2, -900, 4);

it('gives the analysis itself where every class is there', () => {
  expect(withAbsentClasses(analysis, [0, 1, 2], 3)).toBe(analysis);
});

it('gives each class its probability, and the others none', () => {
  const own = analysis.predictProba(x);
  const all = withAbsentClasses(analysis, [1, 2, 4], 5).predictProba(x);
  for (let i = 0; i < 4; i++) {
    const [a, b, c] = own.subarray(3 * i, 3 * i + 3);
    expect([...all.subarray(5 * i, 5 * i + 5)]).toEqual([0, a, b, 0, c]);
  }
});

it('becomes a model whose scores are finite', async () => {
  const model = withAbsentClasses(analysis, [1, 2, 4], 5).toLayersModel({ temperature: 2 });
  const weights = model.getWeights().flatMap((tensor) => [...tensor.dataSync()]);
  expect(weights.every(Number.isFinite)).toBe(true);
  model.dispose();
});
