import type { serialization } from '@tensorflow/tfjs-core';
import type { Tf } from '../tfjs.ts';

/** A class that tfjs' registry knows by a name. */
type RegisteredClass = { prototype: object };

/**
 * The classes of tfjs-layers, found where they register themselves with a copy of tfjs-core: those
 * that have, and those that will. A subclass that has no name of its own is not among them.
 */
export class KnownClasses {
  readonly #names = new WeakMap<object, string>();
  readonly #undo: () => void;

  /** @param onClass Is told each class, once, and by whom. */
  constructor(
    { serialization }: Tf,
    onClass: (name: string, prototype: object, classes: KnownClasses) => void,
  ) {
    const { SerializationMap } = serialization;
    let isListening = true;
    const add = (name: string, found: RegisteredClass): void => {
      const { prototype } = found;
      const isKnown = this.#names.has(prototype) || !Object.hasOwn(found, 'className');
      if (!isListening || isKnown) return;
      this.#names.set(prototype, name);
      onClass(name, prototype, this);
    };
    for (const [name, [found]] of Object.entries(SerializationMap.getMap().classNameMap)) {
      add(name, found);
    }
    const original = SerializationMap.register;
    const register = <T extends serialization.Serializable>(
      found: serialization.SerializableConstructor<T>,
    ): void => {
      original.call(SerializationMap, found as never);
      add(found.className, found as unknown as RegisteredClass);
    };
    SerializationMap.register = register;
    this.#undo = () => {
      isListening = false;
      // Someone else may have come after us, and call us still.
      if (SerializationMap.register === register) SerializationMap.register = original;
    };
  }

  /**
   * The name of an object's own class, where that is known.
   *
   * @param method What the class is known for: an object that has one of its own has no name.
   */
  nameOf(object: object, method: 'call' | 'apply'): string | undefined {
    if (Object.hasOwn(object, method)) return undefined;
    return this.#names.get(Object.getPrototypeOf(object));
  }

  /** Stops listening. */
  forget(): void {
    this.#undo();
  }
}
