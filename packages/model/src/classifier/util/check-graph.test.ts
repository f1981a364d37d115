import { expect, it } from 'vitest';
import { checkGraph } from './check-graph.ts';
import type { Config } from './read-topology.ts';

/** A layer with the layers that each of its calls takes: `name`, or `name:call`. */
const layer = (name: string, ...calls: string[][]) => ({
  className: name.startsWith('in') ? 'InputLayer' : 'Add',
  name,
  config: { name },
  inboundNodes: calls.map((inputs) =>
    inputs.map((each) => {
      const [from, call = '0'] = each.split(':');
      return [from, Number(call), 0, {}];
    }),
  ),
});
const graph = (layers: object[], ends: object = {}) =>
  ({ layers, inputLayers: [['in', 0, 0]], outputLayers: [['in', 0, 0]], ...ends }) as Config;

it('counts the inputs of all calls', () => {
  const layers = [layer('in'), layer('a', ['in', 'in'], ['in']), layer('b', ['a:1', 'in'])];
  expect(checkGraph(graph(layers))).toBe(4 + 1);
});

it('does not mind the order of the layers', () => {
  const layers = [layer('c', ['b']), layer('b', ['a']), layer('a', ['in']), layer('in')];
  expect(checkGraph(graph(layers))).toBe(3);
});

it('takes a call that stands on another call of its layer', () => {
  expect(checkGraph(graph([layer('in'), layer('a', ['in'], ['a:0'])]))).toBe(2);
});

it('takes a nested model as it takes an input', () => {
  const inner = { ...layer('m', ['in']), className: 'Functional' };
  // tfjs gives a model an output when it is made, and another where it is called.
  expect(checkGraph(graph([layer('in'), inner, layer('a', ['m:1'])]))).toBe(2);
});

it.each<[string, object[], string]>([
  ['a layer that takes itself', [layer('in'), layer('a', ['a'])], 'its layer "a" form a circle'],
  ['two that wait for each other', [layer('in'), layer('a', ['b']), layer('b', ['a'])], 'a circle'],
  ['a call that never comes', [layer('in'), layer('a', ['in']), layer('b', ['a:1'])], 'layer "b"'],
  ['a call without inputs', [layer('in'), layer('a', []), layer('b', ['a'])], 'layer "b"'],
  ['a layer that is missing', [layer('in'), layer('a', ['none'])], 'come from no layer'],
  ['one name twice', [layer('in'), layer('a', ['in']), layer('a', ['in'])], 'have one name'],
  ['no configuration', [{ ...layer('in'), config: 1 }], 'its layer 0 must have a class and a conf'],
  ['no class', [layer('in'), { ...layer('a'), className: 7 }], 'its layer 1 must have a class'],
  ['two names', [{ ...layer('in'), config: { name: 'x' } }], 'must have one name'],
  ['no calls', [{ ...layer('in'), inboundNodes: null }], 'must say which outputs it takes'],
  ...[
    ['in', -1, 0],
    ['in', 0.5, 0],
    ['in', 0, -1],
    [7, 0, 0],
    ['in', 0],
  ].map((odd): [string, object[], string] => [
    `an input ${JSON.stringify(odd)}`,
    [layer('in'), { ...layer('a'), inboundNodes: [[odd]] }],
    'its layer 1 must say which',
  ]),
])('refuses %s', (_, layers, text) => {
  expect(() => checkGraph(graph(layers))).toThrow(text);
});

it.each(['inputLayers', 'outputLayers'])('refuses %s that are none', (key) => {
  for (const ends of [7, [['none', 0, 0]], [['in', 1, 0]], ['in']]) {
    expect(() => checkGraph(graph([layer('in')], { [key]: ends }))).toThrow(
      `its ${key} must name outputs of its layers`,
    );
  }
});
