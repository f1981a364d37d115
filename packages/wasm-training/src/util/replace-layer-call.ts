import type { LayerCall, LayerMaker } from '../layers/layer-maker.ts';
import type { Tf } from '../tfjs.ts';

/**
 * Replaces what runs a class of layers, where tfjs-layers has registered it.
 *
 * @returns A function that puts it back.
 */
export function replaceLayerCall(tf: Tf, className: string, make: LayerMaker): () => void {
  const { classNameMap } = tf.serialization.SerializationMap.getMap();
  const prototype = classNameMap[className]?.[0].prototype as
    | { call: LayerCall<never> }
    | undefined;
  if (!prototype) return () => undefined;
  const isInherited = !Object.hasOwn(prototype, 'call');
  const original = prototype.call;
  prototype.call = make(tf, original);
  return () => {
    if (isInherited) Reflect.deleteProperty(prototype, 'call');
    else prototype.call = original;
  };
}
