import * as tf from '@tensorflow/tfjs-core';
import { layers } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { within } from '../testing/expect-matches-cpu.ts';
import { type RecurrentCase, recurrentOn } from '../testing/recurrent-on.ts';

beforeAll(() => {
  enableWasmTraining(tf);
});

const KINDS = ['simpleRNN', 'lstm', 'gru'] as const;
const ACTIVATIONS = ['linear', 'relu', 'tanh', 'sigmoid', 'hardSigmoid'] as const;

const situations: Record<string, Partial<RecurrentCase> & { args?: object }> = {
  'as it is': {},
  returnSequences: { args: { returnSequences: true } },
  returnState: { args: { returnState: true } },
  'returnSequences and returnState': { args: { returnSequences: true, returnState: true } },
  goBackwards: { args: { goBackwards: true, returnSequences: true, returnState: true } },
  'without a bias': { args: { useBias: false } },
  'implementation 1': { args: { implementation: 1 } },
  'implementation 2': { args: { implementation: 2 } },
  'one unit': { args: { units: 1 } },
  'nine units': { args: { units: 9, returnSequences: true } },
  'one example': { shape: [1, 5, 3] },
  
  'one feature': { shape: [2, 4, 1] },
};

describe.each(KINDS)('%s', (kind) => {
  test.each(Object.entries(situations))('%s', async (_, { args, ...rest }) => {
    const each: RecurrentCase = {
      shape: [5, 6, 3],
      build: () => layers[kind]({ units: 6, ...args }),
      ...rest,
    };
    const wasm = await recurrentOn('wasm', each);
    const cpu = await recurrentOn('cpu', each);
    expect(wasm.outputs.map(({ shape }) => shape)).toEqual(cpu.outputs.map(({ shape }) => shape));
    expect(wasm.outputs.map(({ data }) => data)).toBeAllclose(
      cpu.outputs.map(({ data }) => data),
      within(1e-5),
    );
    expect(wasm.gradients).toBeAllclose(cpu.gradients, within(1e-5));
    expect(wasm.states).toBeAllclose(cpu.states, within(1e-5));
  });
});
