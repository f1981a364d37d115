import { layers as tfLayers } from '@tensorflow/tfjs-layers';
import { BOUNDS } from './bounds.ts';
import { checkGraph } from './check-graph.ts';
import { prototypeOf } from './prototype-of.ts';
import { type Config, isConfig, type Json } from './read-topology.ts';

/** The keys of shapes that a layer may ask for. */
const SHAPE_KEYS = ['batchInputShape', 'inputShape'];
/** The keys of axes. tfjs counts a negative one up until it is none. */
const AXIS_KEYS = ['axis', 'axes'];
/** A tensor has no more axes. */
const MAX_AXES = 100;
/**
 * The keys of parts that are no layers. tfjs would take one, which makes weights when it is used.
 */
const PART_KEYS = /(activation|constraint|initializer|regularizer)$/i;
/** A wrapper that copies what it wraps: one inside of another doubles with each level. */
const COPYING = 'Bidirectional';

/**
 * Checks all that tfjs would believe of a topology: how many layers there are, that they form a
 * graph, and the shapes that they ask for.
 *
 * @throws {RangeError} that says what is wrong.
 */
export function checkTopology(topology: Config): void {
  let layers = 0;
  let connections = 0;

  function visit(value: Json, isCopied: boolean): void {
    if (Array.isArray(value)) {
      for (const each of value) visit(each, isCopied);
      return;
    }
    if (!isConfig(value)) return;
    for (const key of SHAPE_KEYS) if (key in value) checkShape(key, value[key]);
    for (const key of AXIS_KEYS) if (key in value) checkAxes(key, value[key]);
    for (const [key, part] of Object.entries(value)) {
      const className = isConfig(part) ? part.className : undefined;
      const isPart = PART_KEYS.test(key) && typeof className === 'string';
      if (isPart && prototypeOf(className) instanceof tfLayers.Layer) {
        throw new RangeError(`its ${key} must be no layer, got ${className}`);
      }
    }
    const isCopying = value.className === COPYING;
    if (isCopying && isCopied) throw new RangeError(`a ${COPYING} stands inside of another`);
    if (isConfig(value.config) && Array.isArray(value.config.layers)) {
      layers += value.config.layers.length;
      if (layers > BOUNDS.layers) throw new RangeError(`it has more than ${BOUNDS.layers} layers`);
      // A sequence has no connections that are written down.
      if (value.className !== 'Sequential') connections += checkGraph(value.config);
      if (connections > BOUNDS.connections) {
        throw new RangeError(`it has more than ${BOUNDS.connections} connections`);
      }
    } else if (Array.isArray(value.config)) layers += value.config.length;
    for (const each of Object.values(value)) visit(each, isCopied || isCopying);
  }

  visit(topology, false);
  if (layers > BOUNDS.layers) throw new RangeError(`it has more than ${BOUNDS.layers} layers`);
}

function checkAxes(key: string, axes: Json): void {
  if (Array.isArray(axes)) for (const axis of axes) checkAxes(key, axis);
  else if (typeof axes === 'number' && Math.abs(axes) > MAX_AXES) {
    throw new RangeError(`its ${key} must name axes, got ${axes}`);
  }
}

function checkShape(key: string, shape: Json): void {
  // Absent, as in a layer of a graph.
  if (shape === null) return;
  const isShape =
    Array.isArray(shape) &&
    shape.every((size) => size === null || (Number.isInteger(size) && (size as number) > 0));
  if (!isShape) {
    throw new RangeError(`${key} must hold whole numbers above 0, got ${JSON.stringify(shape)}`);
  }
  const sizes = (shape as (number | null)[]).map((size) => size ?? 1);
  const [batch, ...example] = key === 'batchInputShape' ? sizes : [1, ...sizes];
  if (batch > BOUNDS.batch || example.reduce((a, b) => a * b, 1) > BOUNDS.values) {
    throw new RangeError(`${key} is larger than any model's, ${JSON.stringify(shape)}`);
  }
}
