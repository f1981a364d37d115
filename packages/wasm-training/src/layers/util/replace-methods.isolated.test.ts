import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { layers as methods } from '../index.ts';
import type { AnyMethodMaker } from '../method-maker.ts';
import { replaceMethods } from './replace-methods.ts';

const { SerializationMap } = tf.serialization;
type Registered = { prototype: { call: unknown } };
const registered = (name: string): Registered =>
  SerializationMap.getMap().classNameMap[name][0] as never;

beforeAll(async () => {
  await tf.setBackend('wasm');
});

/** A class that registers itself as tfjs-layers' `RNN`, or by another name. */
function register(className = 'RNN'): { call: () => string; Rnn: Registered } {
  const call = (): string => 'own';
  class Rnn extends tf.serialization.Serializable {
    static readonly className: string = className;
    cell = {};
    getConfig(): tf.serialization.ConfigDict {
      return {};
    }
  }
  Object.assign(Rnn.prototype, { call });
  tf.serialization.registerClass(Rnn as never);
  return { call, Rnn: Rnn as never };
}

/** Makes a method that says that it is ours, and one that knows classes. */
const ours: AnyMethodMaker = (_, original: () => string) =>
  function (this: unknown): string {
    return `our ${original.call(this)}`;
  };
const called = ({ prototype }: Registered): string => (prototype.call as () => string)();

/** The methods that we replace, and whether they stand in their class or in one above. */
const all = (): unknown[] =>
  Object.entries(methods).flatMap(([className, own]) =>
    Object.keys(own).map((name) => {
      const { prototype } = registered(className);
      return [Reflect.get(prototype, name), Object.hasOwn(prototype, name)];
    }),
  );

describe('replaceMethods', () => {
  // This test comes first: nobody has imported tfjs-layers.
  test('waits for layers that are imported later, or never', async () => {
    const { register } = SerializationMap;
    replaceMethods(tf, methods)();
    expect(SerializationMap.register).toBe(register);

    const undo = replaceMethods(tf, methods);
    const { layers } = await import('@tensorflow/tfjs-layers');
    const replaced = all();
    const lstm = layers.lstm({ units: 2 });
    expect(Object.getPrototypeOf(Object.getPrototypeOf(lstm))).toBe(registered('RNN').prototype);
    undo();
    const own = all();
    expect(own).toHaveLength(Object.keys(methods).length);
    for (const [i, each] of own.entries()) expect(replaced[i]).not.toEqual(each);
    expect(SerializationMap.register).toBe(register);
  });

  test('puts back what layers that were imported before have, and may be called anew', () => {
    const before = all();
    for (let times = 0; times < 2; times++) {
      const undo = replaceMethods(tf, methods);
      for (const [i, each] of all().entries()) expect(each).not.toEqual(before[i]);
      undo();
      expect(all()).toEqual(before);
    }
  });

  test('finds every copy of the layers that registers itself, and registers what it does not know', () => {
    const undo = replaceMethods(tf, { RNN: { call: ours } });
    const copies = [register(), register()];
    for (const { Rnn } of copies) expect(called(Rnn)).toBe('our own');
    const other = register('Other');
    expect(registered('Other')).toBe(other.Rnn);
    expect(other.Rnn.prototype.call).toBe(other.call);
    undo();
    for (const { Rnn, call } of copies) expect(Rnn.prototype.call).toBe(call);
  });

  test('replaces once what registers itself twice', () => {
    const undo = replaceMethods(tf, { RNN: { call: ours } });
    const { Rnn, call } = register();
    tf.serialization.registerClass(Rnn as never);
    expect(called(Rnn)).toBe('our own');
    undo();
    expect(Rnn.prototype.call).toBe(call);
  });

  test('takes a subclass without a name of its own for no copy', () => {
    const undo = replaceMethods(tf, { RNN: { call: ours } });
    const { Rnn } = register();
    const call = (): string => 'other';
    class Special extends (Rnn as unknown as new () => object) {}
    Object.assign(Special.prototype, { call });
    tf.serialization.registerClass(Special as never);
    expect(registered('RNN')).toBe(Special);
    expect(registered('RNN').prototype.call).toBe(call);
    undo();
    // Nor where it is all that the registry has of the name.
    replaceMethods(tf, { RNN: { call: ours } })();
    const undoAgain = replaceMethods(tf, { RNN: { call: ours } });
    expect(registered('RNN').prototype.call).toBe(call);
    undoAgain();
    register();
  });

  test('tells a class from its subclasses, and an object from one with a method of its own', () => {
    const names: (string | undefined)[] = [];
    const tell: AnyMethodMaker = (_, original: () => string, { classes, prototype }) => {
      const Told = prototype.constructor as new () => object;
      class Special extends Told {}
      const plain = new Told();
      const changed = Object.assign(new Told(), { call: original });
      for (const each of [plain, new Special(), changed]) names.push(classes.nameOf(each, 'call'));
      return original;
    };
    const undo = replaceMethods(tf, { Told: { call: tell } });
    register('Told');
    undo();
    expect(names).toEqual(['Told', undefined, undefined]);
  });

  test('leaves what came after it, and is silent there', () => {
    const { call, Rnn } = register();
    const own = vi.fn(call);
    Rnn.prototype.call = own;
    const undo = replaceMethods(tf, { RNN: { call: ours } });
    const ourCall = Rnn.prototype.call as () => string;
    const later = function (this: unknown): string {
      return `later ${ourCall.call(this)}`;
    };
    Rnn.prototype.call = later;
    expect(later.call({})).toBe('later our own');
    const { register: ourRegister } = SerializationMap;
    const wrapped = (found: never): void => ourRegister.call(SerializationMap, found);
    SerializationMap.register = wrapped as typeof ourRegister;
    undo();
    expect(Rnn.prototype.call).toBe(later);
    expect(SerializationMap.register).toBe(wrapped);
    expect(later.call({})).toBe('later own');
    // A class that registers itself now is left alone.
    const last = register();
    expect(last.Rnn.prototype.call).toBe(last.call);
    SerializationMap.register = ourRegister;
  });
});
