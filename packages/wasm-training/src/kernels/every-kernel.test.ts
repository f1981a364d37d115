import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { SUMS } from '../testing/expect-matches-cpu.ts';
import { convolutions } from '../testing/kernel-cases/convolutions.ts';
import { elementwise } from '../testing/kernel-cases/elementwise.ts';
import { empty } from '../testing/kernel-cases/empty.ts';
import type { KernelCase } from '../testing/kernel-cases/kernel-case.ts';
import { others } from '../testing/kernel-cases/others.ts';
import { poolings } from '../testing/kernel-cases/poolings.ts';
import { products } from '../testing/kernel-cases/products.ts';
import { volumes } from '../testing/kernel-cases/volumes.ts';
import { KINDS, type Kind, tensorOf } from '../testing/kinds.ts';
import { onBackend } from '../testing/on-backend.ts';
import { kernels } from './index.ts';

beforeAll(() => {
  enableWasmTraining(tf);
});

const cases: KernelCase[] = [
  ...elementwise,
  ...poolings,
  ...convolutions,
  ...volumes,
  ...products,
  ...others,
  ...empty,
];

function kindOf({ indices, finite }: KernelCase, input: string, kind: Kind): Kind {
  if (indices?.includes(input)) return 'int32';
  return kind === 'NaN' && finite?.includes(input) ? 'float32' : kind;
}

/** What a kernel gives on a backend. */
async function outputOf(each: KernelCase, backend: string, kind: Kind) {
  return onBackend(backend, () => {
    const tensors = Object.entries(each.inputs).map(([name, shape], i) => {
      return [name, tensorOf(kindOf(each, name, kind), shape, i + 1)] as const;
    });
    // Einsum's inputs are a list.
    const isList = '0' in each.inputs;
    const list = tensors.map(([, tensor]) => tensor);
    const inputs = isList ? (list as unknown as tf.NamedTensorMap) : Object.fromEntries(tensors);
    const output = tf.engine().runKernel(each.kernel, inputs, { ...each.attrs }) as tf.Tensor;
    return { shape: output.shape, data: output.dataSync() as Float32Array };
  });
}

const situations = cases.flatMap((each) =>
  (each.kinds ?? KINDS).map((kind) => ({ kind, text: JSON.stringify(each), each })),
);

describe('every kernel that tfjs has too is as on the cpu backend', () => {
  for (const { each, kind, text } of situations) {
    test(`${kind}: ${text}`, async () => {
      const cpu = await outputOf(each, 'cpu', kind);
      const wasm = await outputOf(each, 'wasm', kind);
      expect(wasm.shape).toEqual(cpu.shape);
      expect(wasm.data).toBeAllclose(cpu.data, SUMS);
    });
  }
});

test('no kernel is left out', () => {
  const own = Object.keys(kernels).filter((name) => !name.startsWith('Ser'));
  expect([...new Set(cases.map(({ kernel }) => kernel))].sort()).toEqual(own.sort());
});
