import { chain, graph, type Hostile, input, layer, load, withTopology } from './hostile-files.ts';

/** Models that contradict themselves. */
export const ODD_TOPOLOGIES: Hostile = {
  'an input of 1e9 values': () => withTopology(graph([input([null, 1e9]), ...chain(1)])),
  'an input of 1e5 × 1e5 values': () => withTopology(graph([input([null, 1e5, 1e5]), ...chain(1)])),
  'a batch of 1e9 examples': () =>
    withTopology(
      graph([input([1e9, 10, 4]), layer('SimpleRNN', 'rnn', 'in', { units: 1, stateful: true })]),
    ),
  'a sequence that is made 1e9 long': () =>
    withTopology(graph([input(), layer('RepeatVector', 'long', 'in', { n: 1e9 })])),
  'a negative input shape': () => withTopology(graph([input([null, -4]), ...chain(1)])),
  'a fractional input shape': () => withTopology(graph([input([null, 1.5]), ...chain(1)])),
  'an input shape of text': () => withTopology(graph([input('large'), ...chain(1)])),
  'an input shape in camel case': () => {
    const odd = input();
    odd.config = { name: 'in', batchInputShape: [null, 1e9] };
    return withTopology(graph([odd, ...chain(1)]));
  },
  'an input shape in two spellings': () => {
    const odd = input();
    odd.config.batchInputShape = [null, 1e9];
    return withTopology(graph([odd, ...chain(1)]));
  },
  'a shape that says it has 4e9 numbers': () =>
    withTopology(graph([input(), layer('Reshape', 'r', 'in', { target_shape: { length: 4e9 } })])),
  'an axis of -1e308': () =>
    withTopology(graph([input(), layer('Dot', 'd', ['in', 'in'], { axes: [[-1e308], 1] })])),
  'a layer that is an activation': () => {
    const activation = { class_name: 'Dense', config: { name: 'huge', units: 5e7 } };
    return withTopology(graph([input(), layer('Activation', 'a', 'in', { activation })]));
  },
  'a layer that is a constraint': () =>
    load((json) => {
      const constraint = { class_name: 'Dense', config: { name: 'huge', units: 5e7 } };
      json.modelTopology.config.layers[0].config.kernel_constraint = constraint;
    }),
  'a pooling of a million lags': () => {
    const shape = { target_shape: [2, 2] };
    const lags = { lags: new Array(1e6).fill(1) };
    const pool = layer('CovariancePooling', 'p', 'r', lags);
    return withTopology(graph([input(), layer('Reshape', 'r', 'in', shape), pool]));
  },
  'a pooling of lags beyond the sequence': () => {
    const shape = { target_shape: [2, 2] };
    const pool = layer('CovariancePooling', 'p', 'r', { lags: [2] });
    return withTopology(graph([input(), layer('Reshape', 'r', 'in', shape), pool]));
  },
  'a pooling of lags that are none': () => {
    const shape = { target_shape: [2, 2] };
    const pool = layer('CovariancePooling', 'p', 'r', { lags: { length: 4e9 } });
    return withTopology(graph([input(), layer('Reshape', 'r', 'in', shape), pool]));
  },
  'a pooling of too many channels': () => {
    const wide = [
      input([null, 2]),
      layer('RepeatVector', 'v', 'in', { n: 20000 }),
      layer('Permute', 't', 'v', { dims: [2, 1] }),
      layer('CovariancePooling', 'p', 't', { lags: [1] }),
    ];
    return withTopology(graph(wide));
  },
  'a circle': () => {
    const all = [input(), ...chain(3)];
    all[1].inbound_nodes = [[['a2', 0, 0, {}]]];
    return withTopology(graph(all));
  },
  'a layer that takes itself': () => {
    const all = [input(), ...chain(1, 'a0')];
    return withTopology(graph(all));
  },
  'an inbound layer that is missing': () => withTopology(graph([input(), ...chain(2, 'none')])),
  'a call of a layer that is missing': () => {
    const all = [input(), ...chain(2)];
    all[2].inbound_nodes = [[['a0', 7, 0, {}]]];
    return withTopology(graph(all));
  },
  'a circle in a nested model': () =>
    withTopology(
      graph([
        input(),
        layer('Functional', 'm', 'in', graph([input(), ...chain(1, 'a0')], 'a0', 'm').config),
      ]),
    ),
  'a circle under other names': () => {
    const odd = JSON.parse(
      JSON.stringify(graph([input(), ...chain(1, 'a0')]))
        .replaceAll('inbound_nodes', 'inboundNodes')
        .replaceAll('class_name', 'className')
        .replace('Functional', '_model'),
    );
    return withTopology(odd);
  },
  "Keras 3's inbound nodes": () => {
    const all = [input(), ...chain(1)];
    const tensor = { class_name: '__keras_tensor__', config: { keras_history: ['in', 0, 0] } };
    all[1].inbound_nodes = [{ args: [tensor], kwargs: {} }];
    return withTopology(graph(all));
  },
  'two layers of one name': () => withTopology(graph([input(), ...chain(1), ...chain(1)])),
  'a layer called constructor': () =>
    withTopology(graph([input(), layer('Dense', 'constructor', 'in', { units: 2 })])),
  'a layer called __proto__': () =>
    withTopology(graph([input(), layer('Dense', '__proto__', 'in', { units: 2 })])),
  'a class called constructor': () =>
    withTopology(graph([input(), layer('constructor', 'x', 'in')])),
  'an output that is missing': () => withTopology(graph([input(), ...chain(1)], 'none')),
  'a topology of text': () => withTopology('model'),
  'a topology in a list': () => withTopology([]),
  'a topology with a prototype': () =>
    load((json) => {
      json.modelTopology = JSON.parse('{"__proto__":{"a":1}}');
    }),
};
