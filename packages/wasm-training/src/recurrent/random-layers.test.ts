import * as tf from '@tensorflow/tfjs-core';
import { layers } from '@tensorflow/tfjs-layers';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { expectAsOnCpu, seededDropout } from '../testing/expect-recurrent-as-on-cpu.ts';
import { onBackend } from '../testing/on-backend.ts';

beforeAll(() => {
  enableWasmTraining(tf);
});

const KINDS = ['simpleRNN', 'lstm', 'gru'] as const;
const size = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });
// Without a bound, states grow from step to step, and so does what roundings make of them.
const activation = fc.constantFrom('tanh', 'sigmoid', 'hardSigmoid');
const rate = fc.constantFrom(0, 0.3);

const situations = fc.record({
  kind: fc.constantFrom(...KINDS),
  batch: size(1, 9),
  // tfjs' own steps have no gradient for a single frame.
  steps: size(2, 5),
  features: size(1, 9),
  units: size(1, 13),
  masks: fc.array(fc.tuple(size(0, 8), size(0, 4)), { maxLength: 8 }),
  hasStates: fc.boolean(),
  args: fc.record({
    activation,
    recurrentActivation: activation,
    returnSequences: fc.boolean(),
    returnState: fc.boolean(),
    goBackwards: fc.boolean(),
    useBias: fc.boolean(),
    dropout: rate,
    recurrentDropout: rate,
  }),
});

test('a layer of any sizes and options is as on the cpu backend', async () => {
  const property = fc.asyncProperty(situations, async (each) => {
    const { kind, batch, steps, features, units, masks, hasStates, args } = each;
    const masked = masks.filter(([example, frame]) => example < batch && frame < steps);
    const fused = await expectAsOnCpu({
      shape: [batch, steps, features],
      training: true,
      states: hasStates ? new Array(kind === 'lstm' ? 2 : 1).fill(units) : [],
      ...(masked.length > 0 && { masked }),
      build: () =>
        layers[kind]({
          units,
          recurrentInitializer: 'zeros',
          dropoutFunc: seededDropout(),
          ...args,
        } as never),
    });
    expect(fused).toBe(3);
  });
  await fc.assert(property, { seed: 1, numRuns: 40 });
});

test.each(KINDS)('NaN in one example of %s stays there', async (kind) => {
  const isNaNs = (backend: string): Promise<boolean[][]> =>
    onBackend(backend, () => {
      const layer = layers[kind]({ units: 2, recurrentInitializer: 'ones' });
      layer.build([3, 2, 2]);
      const x = tf.tensor([1, 2, 3, 4, 1, Number.NaN, 3, 4, 1, 2, 3, Infinity], [3, 2, 2]);
      const y = layer.call(x, {}) as tf.Tensor;
      const rows = y.arraySync() as number[][];
      for (const weight of layer.weights) weight.dispose();
      return rows.map((row) => row.map(Number.isNaN));
    });
  const wasm = await isNaNs('wasm');
  expect(wasm.slice(0, 2)).toEqual([
    [false, false],
    [true, true],
  ]);
});
