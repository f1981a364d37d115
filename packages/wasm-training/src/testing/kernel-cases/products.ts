import type { KernelCase } from './kernel-case.ts';

/** Matrix products, also with bias and activation. */
export const products: KernelCase[] = [false, true].flatMap((transposeA) =>
  [false, true].flatMap((transposeB) =>
    [[2], [1]].flatMap((batch): KernelCase[] => {
      const a = [2, ...(transposeA ? [4, 3] : [3, 4])];
      const b = [...batch, ...(transposeB ? [5, 4] : [4, 5])];
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
