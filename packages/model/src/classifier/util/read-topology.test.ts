import { expect, it } from 'vitest';
import { readTopology } from './read-topology.ts';

/** As plain objects, which `toEqual` compares. */
const read = (topology: unknown) => JSON.parse(JSON.stringify(readTopology(topology)));

it('puts keys and texts into camel case, and leaves names alone', () => {
  expect(
    read({
      class_name: 'my_model',
      name: 'my_name',
      config: { batch_input_shape: [null, 4], other: ['fan_avg'], _: 1, a_: 2, __b: 3 },
      inbound_nodes: [['first_layer', 0, 0, { a_b: 'c_d' }]],
      input_layers: ['in_1', 'kept_not'],
      output_layers: [['out_1', 0, 0]],
      x_y: ['a_b'],
    }),
  ).toEqual({
    className: 'myModel',
    name: 'my_name',
    config: { batchInputShape: [null, 4], other: ['fanAvg'], _: 1, a: 2, B: 3 },
    inboundNodes: [['first_layer', 0, 0, { aB: 'cD' }]],
    inputLayers: ['in_1', 'keptNot'],
    outputLayers: [['out_1', 0, 0]],
    xY: ['aB'],
  });
});

it('copies a name that is no text as it copies all else', () => {
  expect(read({ name: { a_b: 1 } })).toEqual({ name: { aB: 1 } });
});

it('takes the model out of what holds it', () => {
  expect(read({ keras_version: '3', model_config: { class_name: 'Model' } })).toEqual({
    className: 'Model',
  });
});

it.each([
  [{ a_b: 1, aB: 2 }, 'the key aB is odd'],
  [{ shape: { length: 3 } }, 'its shape is no list'],
  ['model', 'it must be an object'],
  [null, 'it must be an object'],
  [[], 'it must be an object'],
  [{ model_config: 7 }, 'it must be an object'],
])('refuses %j', (topology, text) => {
  expect(() => readTopology(topology)).toThrow(text);
});

it('knows no prototype', () => {
  expect(Object.getPrototypeOf(readTopology({ a: 1 }))).toBeNull();
  expect(read(JSON.parse('{"__proto__":{"a":1}}'))).toEqual({ Proto: { a: 1 } });
});

it('takes an option called length', () => {
  expect(read({ config: { length: 3 } })).toEqual({ config: { length: 3 } });
});
