import type { serialization } from '@tensorflow/tfjs-core';
import type { Tf } from '../tfjs.ts';

/** A class that tfjs' registry knows by a name. */
type RegisteredClass = { prototype: object };

/**
 * The classes of tfjs-layers, found where they register themselves with a copy of tfjs-core: those
 * that have, and those that will. Subclasses are not among them unless they take the same name.
 */
export class KnownClasses {
  readonly #names = new WeakMap<object, string>();
  readonly #undo: () => void;

  /** @param onClass Is told each class that has one of `names`. */
  constructor(
    { serialization }: Tf,
    names: readonly string[],
    onClass: (name: string, found: RegisteredClass) => void,
  ) {
    const { SerializationMap } = serialization;
    let isListening = true;
    const add = (name: string, found: RegisteredClass): void => {
      if (!isListening || !names.includes(name)) return;
      this.#names.set(found.prototype, name);
      onClass(name, found);
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

  /** The name of an object's own class, if it is one of the names. */
  nameOf(object: object): string | undefined {
    return this.#names.get(Object.getPrototypeOf(object));
  }

  /** Stops listening. */
  forget(): void {
    this.#undo();
  }
}
