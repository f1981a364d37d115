import { expect, it, vi } from 'vitest';
import { LinearDiscriminantAnalysis } from '../linear-discriminant-analysis.ts';

const [ROWS, FEATURES, CLASSES] = [41, 530, 3];
const y = Array.from({ length: ROWS }, (_, i) => i % CLASSES);
const x = Float32Array.from({ length: ROWS * FEATURES }, (_, i) => ((i * 7919) % 1009) / 504 - 1);
const options = { features: FEATURES, classes: CLASSES, shrinkage: 0.3 };

it('a fit without WebAssembly has the same bits', async () => {
  const withWasm = await LinearDiscriminantAnalysis.fit(x, y, options);
  let asked = 0;
  vi.stubGlobal('WebAssembly', {
    get Memory() {
      asked++;
      return undefined;
    },
  });
  try {
    expect(await LinearDiscriminantAnalysis.fit(x, y, options)).toEqual(withWasm);
  } finally {
    vi.unstubAllGlobals();
  }
  expect(asked).toBe(1);
  expect(withWasm.iterations).toBeGreaterThan(0);
});
