import { BOUNDS } from '../../classifier/util/bounds.ts';
import { type Config, isConfig, type Json } from '../../classifier/util/read-topology.ts';
import { ModelError } from '../../model-error.ts';

/** The one layer of a linear model. */
export interface Dense {
  name: string;
  features: number;
  units: number;
  useBias: boolean;
}

const REMEDY = "load it with Classifier of '@ser/model'";

/**
 * Reads the one dense softmax layer of a `Sequential` model, with or without a layer for its input
 * before it.
 *
 * @throws {ModelError} `not-linear` for any other model.
 * @throws {RangeError} for such a layer whose sizes are none.
 */
export function readDense(topology: Config): Dense {
  const fail = (what: string) =>
    new ModelError(
      'not-linear',
      `the model must be one dense softmax layer, got ${what}; ${REMEDY}`,
    );
  const { className, config } = topology;
  const layers = isConfig(config) && className === 'Sequential' ? config.layers : undefined;
  if (!Array.isArray(layers)) throw fail(`a model of the class ${show(className)}`);
  const [first, ...others] = layers.map(readLayer);
  const isInputFirst = first?.className === 'InputLayer';
  const [dense, ...more] = isInputFirst ? others : [first, ...others];
  if (dense === undefined || more.length > 0) throw fail(`${layers.length} layers`);
  if (dense.className !== 'Dense') throw fail(`a layer of the class ${show(dense.className)}`);
  const { activation, units, useBias, name, dtype = 'float32' } = dense.config;
  if (activation !== 'softmax') throw fail(`the activation ${show(activation)}`);
  if (dtype !== 'float32') throw fail(`the type ${show(dtype)}`);
  const shape = first.config.batchInputShape;
  if (!Array.isArray(shape) || shape.length !== 2) throw fail(`the input shape ${show(shape)}`);
  const [batch, features] = shape;
  const isBatch = batch === null || isSize(batch, BOUNDS.batch);
  if (!isBatch || !isSize(features, BOUNDS.values) || !isSize(units, BOUNDS.values)) {
    throw new RangeError(
      `its layer must have an input and units in whole numbers above 0, got ${show(shape)} and ` +
        show(units),
    );
  }
  if (typeof name !== 'string' || (useBias !== undefined && typeof useBias !== 'boolean')) {
    throw new RangeError('its layer must have a name, and say whether it has a bias');
  }
  return { name, features, units, useBias: useBias ?? true };
}

function readLayer(layer: Json): { className: Json; config: Config } {
  if (isConfig(layer) && isConfig(layer.config)) {
    return { className: layer.className, config: layer.config };
  }
  throw new RangeError('its layers must have a class and a configuration');
}

function isSize(value: Json, most: number): value is number {
  return Number.isInteger(value) && (value as number) > 0 && (value as number) <= most;
}

/** JSON for a message; a stranger's may be long. */
function show(value: Json | undefined): string {
  const text = JSON.stringify(value) ?? 'none';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
