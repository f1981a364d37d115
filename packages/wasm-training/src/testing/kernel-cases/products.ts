import type { KernelCase } from './kernel-case.ts';

/** How many matrices the sides have: as many, or one for all of the other side. */
const BATCHES = [
  [[2], [2]],
  [[2], [1]],
  [[1], [2]],
];

/** Matrix products, also with bias and activation. */
export const products: KernelCase[] = [false, true].flatMap((transposeA) =>
  [false, true].flatMap((transposeB) =>
    BATCHES.flatMap(([left, right]): KernelCase[] => {
      const a = [...left, ...(transposeA ? [4, 3] : [3, 4])];
      const b = [...right, ...(transposeB ? [5, 4] : [4, 5])];
      const attrs = { transposeA, transposeB };
      return [
        {
          kernel: 'BatchMatMul',
          inputs: { a, b },
          attrs,
          kinds: ['float32', 'int32', 'bool', 'NaN'],
        },
        ...[[5], [1], [], [3, 5], [3, 1], [2, 3, 5]].map(
          (bias): KernelCase => ({
            kernel: '_FusedMatMul',
            inputs: { a, b, bias },
            attrs: { ...attrs, activation: 'relu6' },
            kinds: ['float32', 'int32'],
          }),
        ),
      ];
    }),
  ),
);
