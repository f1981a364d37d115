import { FLOATS, type KernelCase, NUMBERS } from './kernel-case.ts';

/** Arithmetic with broadcasts, sums and means, and rectifiers. */
export const elementwise: KernelCase[] = [
  ...binaries(),
  ...reductions(),
  ...[[2, 3, 4], [7]].map((x): KernelCase => ({ kernel: 'Relu', inputs: { x }, kinds: NUMBERS })),
];

function binaries(): KernelCase[] {
  return ['Add', 'Sub', 'Multiply', 'RealDiv'].flatMap((kernel) =>
    [
      [
        [2, 3, 4],
        [2, 3, 4],
      ],
      [
        [2, 3, 4],
        [3, 4],
      ],
      [[2, 3, 4], [1]],
      [
        [2, 1, 4],
        [2, 3, 1],
      ],
    ].map(
      // A whole number divided by zero ends tfjs' own kernel; bool never reaches these.
      ([a, b]): KernelCase => ({
        kernel,
        inputs: { a, b },
        kinds: kernel === 'RealDiv' ? FLOATS : NUMBERS,
      }),
    ),
  );
}

function reductions(): KernelCase[] {
  return ['Sum', 'Mean'].flatMap((kernel) =>
    [[0], [1], [2], [0, 2], [0, 1, 2]].flatMap((axis) =>
      [false, true].map(
        (keepDims): KernelCase => ({
          kernel,
          inputs: { x: [3, 2, 5] },
          attrs: { axis, keepDims },
          kinds: NUMBERS,
        }),
      ),
    ),
  );
}
