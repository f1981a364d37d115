import type { Tf } from '../../tfjs.ts';
import { KnownClasses } from '../../util/known-classes.ts';
import type { AnyMethodMaker } from '../method-maker.ts';

/** Builders of methods, by the names that classes are registered by, and their own. */
export type MethodMakers = Readonly<Record<string, Readonly<Record<string, AnyMethodMaker>>>>;

type Method = (this: unknown, ...args: unknown[]) => unknown;

/**
 * Replaces methods of classes of tfjs-layers. It finds the classes in the registry of `tf`, those too
 * that register themselves later.
 *
 * @returns A function that puts everything back.
 */
export function replaceMethods(tf: Tf, makers: MethodMakers): () => void {
  const undo: (() => void)[] = [];
  let isOn = true;
  const replace = (classes: KnownClasses, target: object, name: string, make: AnyMethodMaker) => {
    const prototype = target as Record<string, Method>;
    const isInherited = !Object.hasOwn(prototype, name);
    const original = prototype[name];
    const ours = make(tf, original as never, { classes, prototype }) as Method;
    const method: Method = function (...args) {
      return (isOn ? ours : original).apply(this, args);
    };
    prototype[name] = method;
    undo.push(() => {
      // Someone else may have come after us, and call us still.
      if (prototype[name] !== method) return;
      if (isInherited) Reflect.deleteProperty(prototype, name);
      else prototype[name] = original;
    });
  };
  const known = new KnownClasses(tf, (className, prototype, classes) => {
    if (!Object.hasOwn(makers, className)) return;
    for (const [name, make] of Object.entries(makers[className])) {
      if (name in prototype) replace(classes, prototype, name, make);
    }
  });
  return () => {
    isOn = false;
    known.forget();
    for (const each of undo) each();
  };
}
