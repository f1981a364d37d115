import type { AnyMethodMaker } from '../layers/method-maker.ts';
import type { Tf } from '../tfjs.ts';

/**
 * Replaces a method of a class of tfjs-layers, where that is loaded.
 *
 * @param className The name by which the class is registered.
 * @returns A function that puts it back.
 */
export function replaceMethod(
  tf: Tf,
  className: string,
  name: string,
  make: AnyMethodMaker,
): () => void {
  const { classNameMap } = tf.serialization.SerializationMap.getMap();
  const prototype = classNameMap[className]?.[0].prototype as unknown as
    | Record<string, unknown>
    | undefined;
  if (!prototype) return () => undefined;
  const isInherited = !Object.hasOwn(prototype, name);
  const original = prototype[name];
  prototype[name] = make(tf, original as never);
  return () => {
    if (isInherited) Reflect.deleteProperty(prototype, name);
    else prototype[name] = original;
  };
}
