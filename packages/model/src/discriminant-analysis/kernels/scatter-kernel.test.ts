import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileAssembly } from '../../../../../tools/build-wasm/compile-assembly.ts';
import { formatModule } from '../../../../../tools/build-wasm/format-module.ts';
import { columnLayout, columnStart } from '../util/column-layout.ts';
import { type ScatterKernel, scatterKernelJs } from './scatter-kernel-js.ts';
import { scatterKernelWasm } from './scatter-kernel-wasm.ts';

const folder = new URL('../../../', import.meta.url);

/** Numbers without a pattern that rounding would not touch. */
const noise = (length: number, seed: number): Float64Array =>
  Float64Array.from({ length }, (_, i) => Math.sin(seed + 1.7 * i) * (1 + (i % 7)));

describe.each([
  [1, 1],
  [5, 3],
  [6, 4],
  [33, 9],
])('with %i features and %i vectors', (features, columns) => {
  const layout = columnLayout(features, columns);
  const means = noise(2 * features, 3);
  const rows = 11;
  const x = Float32Array.from(noise(rows * features, 1));
  const groups = Array.from({ length: rows }, (_, i) => (i * 3) % 2);
  const weights = [0.25, 3];
  const vectors = noise(layout.size, 2);
  const run = (kernel: ScatterKernel): Float64Array => {
    kernel.vectors.set(vectors);
    kernel.products.fill(0.5);
    for (let row = 0; row < rows; row += 4) {
      kernel.addRows(x, row, Math.min(4, rows - row), groups, weights);
    }
    return kernel.products.slice();
  };

  it('gives the same bits in WebAssembly', () => {
    const wasm = scatterKernelWasm(layout, means);
    expect(wasm).toBeDefined();
    expect(run(wasm as ScatterKernel)).toEqual(run(scatterKernelJs(layout, means)));
  });

  it('adds the scatter times the vectors', () => {
    const products = run(scatterKernelJs(layout, means));
    for (let c = 0; c < columns; c++) {
      const start = columnStart(layout, c);
      const expected = new Array<number>(features).fill(0.5);
      for (let i = 0; i < rows; i++) {
        const row = Array.from(
          { length: features },
          (_, j) => x[i * features + j] - means[groups[i] * features + j],
        );
        const factor = row.reduce((sum, value, j) => sum + value * vectors[start + 4 * j], 0);
        row.forEach((value, j) => {
          expected[j] += weights[groups[i]] * factor * value;
        });
      }
      const got = expected.map((_, j) => products[start + 4 * j]);
      // Sums in another order.
      expect(got).toBeAllclose(expected, { rtol: 1e-10, atol: 1e-9 });
    }
  });
});

it('the committed module is what assembly/scatter.ts compiles to', async () => {
  const compiled = formatModule('scatter', await compileAssembly(folder, 'assembly/scatter.ts'));
  const committed = readFileSync(new URL('src/generated/scatter-wasm.ts', folder), 'utf8');
  expect(compiled === committed, 'run `npx -y pnpm@12 --filter @ser/model build-wasm`').toBe(true);
});
