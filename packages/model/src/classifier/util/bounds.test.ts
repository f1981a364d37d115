import { describe, expect, it } from 'vitest';
import { BOUNDS } from './bounds.ts';
import { checkJsonSize } from './check-json-size.ts';
import { checkTopology } from './check-topology.ts';
import { readTopology } from './read-topology.ts';

it('are what they are said to be', () => {
  expect(BOUNDS).toEqual({
    jsonBytes: 8_388_608,
    containers: 200_000,
    depth: 200,
    layers: 2000,
    objects: 20_000,
    connections: 8000,
    batch: 4096,
    values: 67_108_864,
  });
});

const check = (topology: unknown) => checkTopology(readTopology(topology));
const layer = (name: string, inputs: string[][]) => ({
  class_name: 'Add',
  name,
  config: { name },
  inbound_nodes: inputs.map((each) => each.map((from) => [from, 0, 0, {}])),
});
const input = (config: object = {}) => ({
  class_name: 'InputLayer',
  name: 'in',
  config: { name: 'in', ...config },
  inbound_nodes: [],
});
const graph = (layers: object[], last = 'in') => ({
  class_name: 'Functional',
  config: { layers, input_layers: [['in', 0, 0]], output_layers: [[last, 0, 0]] },
});
const sums = (n: number) => Array.from({ length: n }, (_, i) => layer(`s${i}`, [['in']]));
const sequence = (n: number) => ({ class_name: 'Sequential', config: sums(n) });
/** Lists in lists, and after them more lists. */
const lists = (depth: number, more: number) =>
  new TextEncoder().encode(
    `[${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}${',{}'.repeat(more)}]`,
  );

describe.each<[string, bound: number, what: string, check: (size: number) => void]>([
  ['depth of JSON', 200, 'nested deeper than 200', (size) => checkJsonSize(lists(size, 0))],
  [
    'lists and objects of JSON',
    200_000,
    'more than 200000 lists and objects',
    (size) => checkJsonSize(lists(2, size - 2)),
  ],
  [
    'parts',
    20_000,
    'more than 20000 parts',
    (size) => void readTopology({ a: new Array(size).fill({ class_name: 'Zeros' }) }),
  ],
  [
    'layers of a graph',
    2000,
    'more than 2000 layers',
    (size) => check(graph([input(), ...sums(size - 1)])),
  ],
  ['layers of a sequence', 2000, 'more than 2000 layers', (size) => check(sequence(size))],
  [
    'layers of nested models',
    2000,
    'more than 2000 layers',
    (size) => {
      const inner = { ...sequence(size - 1001), config: { layers: sums(size - 1001), name: 'm' } };
      const nested = { ...layer('m', [['in']]), ...inner };
      check(graph([input(), nested, ...sums(999)]));
    },
  ],
  [
    'inputs of one layer',
    8000,
    'more than 8000 connections',
    (size) => check(graph([input(), layer('sum', [new Array(size).fill('in')])])),
  ],
  [
    'calls of one layer',
    8000,
    'more than 8000 connections',
    (size) => check(graph([input(), layer('sum', new Array(size).fill(['in']))])),
  ],
  [
    'examples of a batch',
    4096,
    "batchInputShape is larger than any model's, [4097,1]",
    (size) => check(graph([input({ batch_input_shape: [size, 1] })])),
  ],
  [
    'values of an input',
    2 ** 26,
    "batchInputShape is larger than any model's, [null,67108865]",
    (size) => check(graph([input({ batch_input_shape: [null, size] })])),
  ],
  [
    'values of an input of a layer',
    2 ** 26,
    "inputShape is larger than any model's, [67108865]",
    (size) => check(graph([input({ input_shape: [size] })])),
  ],
  [
    'axes',
    100,
    'its axis must name axes, got 101',
    (size) => check(graph([input({ axis: size })])),
  ],
  [
    'axes from the end',
    100,
    'its axes must name axes, got -101',
    (size) => check(graph([input({ axes: [1, [-size]] })])),
  ],
])('%s', (_, bound, what, checkSize) => {
  it(`may be ${bound}`, () => {
    expect(() => checkSize(bound)).not.toThrow();
  });

  it('may not be one more', () => {
    expect(() => checkSize(bound + 1)).toThrow(what);
  });
});

describe('checkJsonSize', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const many = '['.repeat(201);

  it.each([
    ['in a text', `"${many}"`],
    ['after a quote in a text', `"\\"${many}"`],
    ['after a backslash at the end of a text', `["\\\\", 1, "${many}"]`],
    ['one after the other', '[]'.repeat(201)],
    ['one after the other, of objects', '{}'.repeat(201)],
  ])('counts no depth of brackets %s', (_, text) => {
    expect(() => checkJsonSize(bytes(text))).not.toThrow();
  });

  it.each([
    ['lists', many],
    ['objects', '{'.repeat(201)],
    ['what follows a text', `"a"${many}`],
    ['what follows a text that ends in a backslash', `"\\\\"${many}`],
  ])('counts the depth of %s', (_, text) => {
    expect(() => checkJsonSize(bytes(text))).toThrow('nested deeper');
  });
});
