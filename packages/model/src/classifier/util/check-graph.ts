import { LayersModel } from '@tensorflow/tfjs-layers';
import { prototypeOf } from './prototype-of.ts';
import { type Config, isConfig, type Json } from './read-topology.ts';

/** A layer's output: its name, and which of its calls and of their tensors. */
type Reference = [layer: string, node: number, tensor: number, ...others: Json[]];

interface GraphLayer {
  name: string;
  /** The inputs of each call of the layer. */
  calls: Reference[][];
  /** Outputs that it has before it is called, as an input layer has. */
  outputs: number;
}

/**
 * Checks that the layers of a model form a graph without circles, in which each input is another
 * layer's output. tfjs waits without end for an output that never comes.
 *
 * @param config The model's `config`, of which `layers` is a list.
 * @returns How many inputs there are.
 * @throws {RangeError} that says what is wrong.
 */
export function checkGraph(config: Config): number {
  const layers = (config.layers as Json[]).map(readLayer);
  const byName = new Map(layers.map((layer) => [layer.name, layer]));
  if (byName.size < layers.length) throw new RangeError('two of its layers have one name');
  const isThere = ([name, node]: Reference): boolean => node < (byName.get(name)?.outputs ?? 0);
  // The order in which tfjs calls the layers.
  let waiting = layers.filter(({ calls }) => calls.length > 0);
  while (waiting.length > 0) {
    let hasCalled = false;
    for (const layer of waiting) {
      const left = layer.calls.filter((inputs) => {
        if (!inputs.every(isThere)) return true;
        if (inputs.length > 0) layer.outputs++;
        hasCalled = true;
        return false;
      });
      layer.calls = left;
    }
    if (!hasCalled) {
      throw new RangeError(
        `the inputs of its layer ${JSON.stringify(waiting[0].name)} form a circle, or come from ` +
          'no layer',
      );
    }
    waiting = waiting.filter(({ calls }) => calls.length > 0);
  }
  for (const key of ['inputLayers', 'outputLayers']) {
    const ends = config[key];
    if (!Array.isArray(ends) || !ends.every((end) => isReference(end) && isThere(end))) {
      throw new RangeError(`its ${key} must name outputs of its layers`);
    }
  }
  return (config.layers as Config[])
    .flatMap(({ inboundNodes }) => inboundNodes as Json[][])
    .reduce((sum, inputs) => sum + inputs.length, 0);
}

function readLayer(layer: Json, i: number): GraphLayer {
  const fail = (what: string) => new RangeError(`its layer ${i} ${what}`);
  if (!isConfig(layer) || !isConfig(layer.config) || typeof layer.className !== 'string') {
    throw fail('must have a class and a configuration');
  }
  const { name, inboundNodes, className, config } = layer;
  if (typeof name !== 'string' || (config.name ?? name) !== name) throw fail('must have one name');
  const areCalls =
    Array.isArray(inboundNodes) &&
    inboundNodes.every((inputs) => Array.isArray(inputs) && inputs.every(isReference));
  if (!areCalls) throw fail('must say which outputs it takes');
  return { name, calls: [...(inboundNodes as Reference[][])], outputs: outputsAtFirst(className) };
}

function isReference(value: Json): value is Reference {
  if (!Array.isArray(value)) return false;
  const [layer, node, tensor] = value;
  const isIndex = (index: Json): boolean => Number.isInteger(index) && (index as number) >= 0;
  return typeof layer === 'string' && isIndex(node) && isIndex(tensor);
}

/** A model that is a layer, and an input, have an output before they are called. */
function outputsAtFirst(className: string): number {
  const prototype = prototypeOf(className);
  const isModel = prototype === LayersModel.prototype || prototype instanceof LayersModel;
  return className === 'InputLayer' || isModel ? 1 : 0;
}
