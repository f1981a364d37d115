import * as tf from '@tensorflow/tfjs-core';
import { layers } from '@tensorflow/tfjs-layers';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { expectAsOnCpu, seededDropout } from '../testing/expect-recurrent-as-on-cpu.ts';
import { type RecurrentCase, recurrentOn } from '../testing/recurrent-on.ts';
import { ACTIVATIONS } from './recurrence-attrs.ts';

beforeAll(() => {
  enableWasmTraining(tf);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const KINDS = ['simpleRNN', 'lstm', 'gru'] as const;
type Kind = (typeof KINDS)[number];

type Options = Record<string, unknown>;
type Situation = Omit<Partial<RecurrentCase>, 'build'> & { args?: () => Options };

const all = { returnSequences: true, returnState: true };
const masked: [number, number][] = [
  [0, 0],
  [1, 2],
  [1, 3],
  [2, 5],
  [3, 0],
  [3, 5],
  ...[0, 1, 2, 3, 4, 5].map((frame): [number, number] => [4, frame]),
];
const dropouts = { dropout: 0.4, recurrentDropout: 0.3 };

const situations: Record<string, Situation> = {
  'as it is': {},
  returnSequences: { args: () => ({ returnSequences: true }) },
  returnState: { args: () => ({ returnState: true }) },
  'returnSequences and returnState': { args: () => all },
  goBackwards: { args: () => ({ goBackwards: true, ...all }) },
  'goBackwards, the last state': { args: () => ({ goBackwards: true }) },
  'without a bias': { args: () => ({ useBias: false }) },
  'implementation 1': { args: () => ({ implementation: 1 }) },
  'implementation 2': { args: () => ({ implementation: 2 }) },
  unroll: { args: () => ({ unroll: true }) },
  masks: { masked, args: () => all },
  'masks, the last state': { masked },
  'masks, goBackwards': { masked, args: () => ({ goBackwards: true, ...all }) },
  'masks, first states': { masked, states: [6, 6], args: () => all },
  'first states': { states: [6, 6], args: () => all },
  'first states, the last state': { states: [6, 6] },
  dropout: { training: true, args: () => ({ ...all, dropout: 0.4, dropoutFunc: seededDropout() }) },
  recurrentDropout: {
    training: true,
    args: () => ({ ...all, recurrentDropout: 0.4, dropoutFunc: seededDropout() }),
  },
  'both dropouts, masks, goBackwards, first states': {
    training: true,
    masked,
    states: [6, 6],
    args: () => ({ ...all, ...dropouts, goBackwards: true, dropoutFunc: seededDropout() }),
  },
  'dropouts, while it does not train': {
    args: () => ({ ...dropouts, dropoutFunc: seededDropout() }),
  },
  'dropouts of everything': { training: true, args: () => ({ dropout: 1, recurrentDropout: 1 }) },
  stateful: { calls: 2, args: () => ({ stateful: true, batchInputShape: [5, 6, 3], ...all }) },
  'stateful, the last state': {
    calls: 1,
    args: () => ({ stateful: true, batchInputShape: [5, 6, 3] }),
  },
  'one unit': { args: () => ({ units: 1 }) },
  'nine units': { args: () => ({ units: 9, ...all }) },
  'one example': { shape: [1, 5, 3], args: () => all },
  'one feature': { shape: [2, 4, 1] },
  // Their product with the gradients is made a block of 256 frames at a time.
  'several blocks, the first not whole': { shape: [100, 7, 3] },
  'a batch that is more than a block': { shape: [300, 2, 3] },
};

/** Units with more than 512 columns of gates, which are a block of a product. */
const WIDE: Record<Kind, number> = { simpleRNN: 514, lstm: 130, gru: 258 };

const statesOf = (kind: Kind, states: number[]): number[] =>
  kind === 'lstm' ? states : states.slice(1);

describe.each(KINDS)('%s in one kernel is as on the cpu backend:', (kind) => {
  // The weights are replaced, and tfjs' orthogonal ones take it long.
  const fast = { units: 6, recurrentInitializer: 'zeros' };
  const build = (args: Options) => layers[kind]({ ...fast, ...args } as never);

  test.each(Object.entries(situations))('%s', async (_, { args, states, ...rest }) => {
    vi.spyOn(console, 'warn').mockReturnValue();
    const fused = await expectAsOnCpu({
      shape: [5, 6, 3],
      build: () => build(args?.() ?? {}),
      ...(states && { states: statesOf(kind, states) }),
      ...rest,
    });
    // The call, and one for each of two gradients.
    expect(fused).toBe(3 + (rest.calls ?? 0));
  });

  test.each(ACTIVATIONS)('activation %s', async (activation) => {
    const fused = await expectAsOnCpu({
      shape: [4, 5, 3],
      build: () => build({ activation, ...all }),
    });
    expect(fused).toBe(3);
  });

  test('gates that are more than a block of columns', async () => {
    const each = { shape: [1, 2, 2], build: () => build({ units: WIDE[kind] }) };
    expect(await expectAsOnCpu(each)).toBe(3);
  });

  test('no activation', async () => {
    const each = { shape: [4, 5, 3], build: () => build({ activation: null }) };
    expect(await expectAsOnCpu(each)).toBe(3);
  });

  test('in both directions', async () => {
    const fused = await expectAsOnCpu({
      shape: [4, 5, 3],
      masked: [
        [1, 0],
        [2, 4],
      ],
      build: () =>
        layers.bidirectional({ layer: build({ returnSequences: true }), mergeMode: 'concat' }),
    });
    expect(fused).toBe(6);
  });
});

describe.each(['lstm', 'gru'] as const)('%s in one kernel is as on the cpu backend:', (kind) => {
  test.each(ACTIVATIONS)('recurrentActivation %s', async (recurrentActivation) => {
    const fused = await expectAsOnCpu({
      shape: [4, 5, 3],
      build: () => layers[kind]({ units: 6, recurrentActivation, ...all }),
    });
    expect(fused).toBe(3);
  });
});

const cells = {
  simpleRNNCell: () => layers.simpleRNNCell({ units: 4 }),
  lstmCell: () => layers.lstmCell({ units: 4 }),
  gruCell: () => layers.gruCell({ units: 4 }),
};

test.each(Object.entries(cells))('a layer rnn of a %s runs in one kernel', async (_, cell) => {
  const build = () => layers.rnn({ cell: cell(), returnSequences: true });
  expect(await expectAsOnCpu({ shape: [3, 4, 2], build })).toBe(3);
});

/** What tfjs itself must compute, a step at a time. */
const others: Record<string, RecurrentCase> = {
  'an activation that no kernel knows': {
    shape: [3, 4, 2],
    build: () => layers.lstm({ units: 4, activation: 'softsign' }),
  },
  'a recurrent activation that no kernel knows': {
    shape: [3, 4, 2],
    build: () => layers.gru({ units: 4, recurrentActivation: 'swish' }),
  },
  'a stack of cells': {
    shape: [3, 4, 2],
    build: () =>
      layers.rnn({ cell: layers.stackedRNNCells({ cells: [cells.lstmCell(), cells.gruCell()] }) }),
  },
  'a convolutional cell': {
    shape: [2, 3, 5, 5, 2],
    build: () => layers.convLstm2d({ filters: 2, kernelSize: 2 }),
  },
  'a cell whose step is its own': {
    shape: [3, 4, 2],
    build: () => {
      const cell = cells.gruCell();
      const call = cell.call.bind(cell);
      cell.call = (inputs, options) => {
        const [output, ...states] = call(inputs, options) as tf.Tensor[];
        return [tf.mul(output, 2), ...states];
      };
      return layers.rnn({ cell });
    },
  },
  'a subclass of a cell': {
    shape: [3, 4, 2],
    build: () => {
      const LstmCell = cells.lstmCell().constructor as new (args: object) => layers.RNNCell;
      class HalfCell extends LstmCell {
        declare readonly stateSize: number[];
        override call(inputs: tf.Tensor[], options: object): tf.Tensor[] {
          const [output, ...states] = super.call(inputs, options) as tf.Tensor[];
          return [tf.mul(output, 0.5), ...states];
        }
      }
      return layers.rnn({ cell: new HalfCell({ units: 4 }) });
    },
  },
};

test.each(Object.entries(others))("%s is left to tfjs' own steps", async (_, each) => {
  expect(await expectAsOnCpu(each)).toBe(0);
});

test('other backends keep their steps', async () => {
  const runKernel = vi.spyOn(tf.engine(), 'runKernel');
  await recurrentOn('cpu', { shape: [3, 4, 2], build: () => layers.lstm({ units: 4 }) });
  const names = runKernel.mock.calls.map(([name]) => name);
  expect(names).not.toContain('SerRecurrence');
});
