import { describe, expect, it } from 'vitest';
import { checkTopology } from './check-topology.ts';
import { readTopology } from './read-topology.ts';

const check = (topology: unknown) => checkTopology(readTopology(topology));
const of = (config: object) => ({ class_name: 'Dense', config });

describe('a shape', () => {
  it.each([[[null, 4]], [[4096, 2, 3]], [null], [[]]])('may be %j', (shape) => {
    expect(() => check(of({ batch_input_shape: shape }))).not.toThrow();
  });

  it.each([[[0]], [[null, 0]], [[-1]], [[1.5]], ['text'], [['4']], [4]])(
    'may not be %j',
    (shape) => {
      expect(() => check(of({ batch_input_shape: shape }))).toThrow(
        `batchInputShape must hold whole numbers above 0, got ${JSON.stringify(shape)}`,
      );
    },
  );

  it('is found at any depth', () => {
    expect(() => check({ a: [{ b: of({ input_shape: [0] }) }] })).toThrow('inputShape must hold');
  });
});

it.each(['kernel_initializer', 'activation', 'bias_constraint', 'kernel_regularizer'])(
  'no layer may be a %s',
  (key) => {
    expect(() => check(of({ [key]: { class_name: 'Dense', config: {} } }))).toThrow(
      'must be no layer, got Dense',
    );
    expect(() => check(of({ [key]: { class_name: 'Zeros', config: {} } }))).not.toThrow();
  },
);

describe('a wrapper that copies what it wraps', () => {
  const wrap = (layer: object) => ({ class_name: 'Bidirectional', config: { layer } });
  const cell = { class_name: 'LSTM', config: { units: 1 } };

  it('may stand in a model, several times', () => {
    expect(() => check({ all: [wrap(cell), wrap(cell)] })).not.toThrow();
  });

  it('may not stand inside of another, at any depth', () => {
    const inner = { class_name: 'TimeDistributed', config: { layer: wrap(cell) } };
    for (const each of [wrap(cell), inner]) {
      expect(() => check(wrap(each))).toThrow('a Bidirectional stands inside of another');
    }
  });
});
