import { serialization } from '@tensorflow/tfjs-core';

/** The prototype of the class that tfjs makes of a class' name; undefined where there is none. */
export function prototypeOf(className: string): object | undefined {
  const { classNameMap } = serialization.SerializationMap.getMap();
  const known = Object.hasOwn(classNameMap, className) ? classNameMap[className][0] : undefined;
  return (known as { prototype?: object } | undefined)?.prototype;
}
