import { BOUNDS } from './bounds.ts';

/** JSON. */
export type Json = null | boolean | number | string | Json[] | Config;
/** A JSON object without a prototype, so that no name means more than it says. */
export interface Config {
  [key: string]: Json;
}

/** The keys whose lists begin with a layer's name, which keeps its spelling. */
const NAMING_KEYS = new Set(['inboundNodes', 'inputLayers', 'outputLayers']);

/**
 * Copies a topology with its keys and texts in camel case, as tfjs does before it reads one: of
 * `class_name` and `className` it sees but one. Names keep their spelling.
 *
 * @param topology No deeper than `checkJsonSize` allows.
 * @throws {RangeError} for a topology with too many parts, or a key that is there in both
 *   spellings.
 */
export function readTopology(topology: unknown): Config {
  let objects = 0;

  function copy(value: unknown, key: string): Json {
    if (typeof value === 'string') return camelCase(value);
    if (typeof value !== 'object' || value === null) return value as Json;
    if (Array.isArray(value)) {
      return value.map((each, i) => {
        const isName = i === 0 && typeof each === 'string' && NAMING_KEYS.has(key);
        return isName ? each : copy(each, key);
      });
    }
    const config: Config = Object.create(null);
    for (const [name, each] of Object.entries(value)) {
      const camel = camelCase(name);
      if (camel in config) throw new RangeError(`the key ${name} is odd`);
      const isName = name === 'name' && typeof each === 'string';
      config[camel] = isName ? each : copy(each, camel);
    }
    // tfjs would take it for a list. A layer of one's own may have such an option.
    if ('length' in config && key !== 'config') throw new RangeError(`its ${key} is no list`);
    if ('className' in config && ++objects > BOUNDS.objects) {
      throw new RangeError(`it has more than ${BOUNDS.objects} parts`);
    }
    return config;
  }

  const whole = copy(topology, '');
  const config = isConfig(whole) ? (whole.modelConfig ?? whole) : null;
  if (!isConfig(config)) throw new RangeError('it must be an object');
  return config;
}

/** Whether JSON is an object. */
export function isConfig(value: Json | undefined): value is Config {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `class_name` → `className`, exactly as tfjs does it. */
function camelCase(text: string): string {
  if (text.length <= 1) return text;
  return text.replace(/_+(\w|$)/g, (_, letter: string) => letter.toUpperCase());
}
