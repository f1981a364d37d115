import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { fuseRecurrentLayers } from './fuse-recurrent-layers.ts';

const { SerializationMap } = tf.serialization;
type Registered = { prototype: { call: unknown } };
const rnn = (): Registered => SerializationMap.getMap().classNameMap.RNN[0] as never;

beforeAll(async () => {
  await tf.setBackend('wasm');
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** A class that registers itself as tfjs-layers' `RNN`. */
function registerRnn(): { call: () => string; Rnn: Registered } {
  const call = (): string => 'own';
  class Rnn extends tf.serialization.Serializable {
    static readonly className = 'RNN';
    cell = {};
    getConfig(): tf.serialization.ConfigDict {
      return {};
    }
  }
  Object.assign(Rnn.prototype, { call });
  tf.serialization.registerClass(Rnn as never);
  return { call, Rnn: Rnn as never };
}

describe('fuseRecurrentLayers', () => {
  // This test comes first: nobody has imported tfjs-layers.
  test('waits for layers that are imported later, or never', async () => {
    const { register } = SerializationMap;
    fuseRecurrentLayers(tf)();
    expect(SerializationMap.register).toBe(register);

    const undo = fuseRecurrentLayers(tf);
    const { layers } = await import('@tensorflow/tfjs-layers');
    const { call } = rnn().prototype;
    const lstm = layers.lstm({ units: 2 });
    expect(Object.getPrototypeOf(Object.getPrototypeOf(lstm))).toBe(rnn().prototype);
    undo();
    expect(rnn().prototype.call).not.toBe(call);
    expect(SerializationMap.register).toBe(register);
  });

  test('puts back what layers that were imported before have', () => {
    const { call } = rnn().prototype;
    const undo = fuseRecurrentLayers(tf);
    expect(rnn().prototype.call).not.toBe(call);
    undo();
    expect(rnn().prototype.call).toBe(call);
  });

  test('finds every copy of the layers that registers itself, and registers what it does not know', () => {
    const undo = fuseRecurrentLayers(tf);
    const [first, second] = [registerRnn(), registerRnn()];
    expect(first.Rnn.prototype.call).not.toBe(first.call);
    expect(second.Rnn.prototype.call).not.toBe(second.call);
    class Other extends tf.serialization.Serializable {
      static readonly className = 'Other';
      getConfig(): tf.serialization.ConfigDict {
        return {};
      }
    }
    tf.serialization.registerClass(Other as never);
    expect(SerializationMap.getMap().classNameMap.Other[0]).toBe(Other);
    undo();
    expect(first.Rnn.prototype.call).toBe(first.call);
    expect(second.Rnn.prototype.call).toBe(second.call);
  });

  test('leaves what came after it, and is silent there', () => {
    const { call, Rnn } = registerRnn();
    const own = vi.fn(call);
    Rnn.prototype.call = own;
    const undo = fuseRecurrentLayers(tf);
    const ours = Rnn.prototype.call as () => string;
    const later = function (this: unknown): string {
      return `later ${ours.call(this)}`;
    };
    Rnn.prototype.call = later;
    const { register } = SerializationMap;
    const wrapped = (found: never): void => register.call(SerializationMap, found);
    SerializationMap.register = wrapped as typeof register;
    undo();
    expect(Rnn.prototype.call).toBe(later);
    expect(SerializationMap.register).toBe(wrapped);
    const tidy = vi.spyOn(tf.engine(), 'tidy');
    expect(later.call({})).toBe('later own');
    expect(tidy).not.toHaveBeenCalled();
    // A class that registers itself now is left alone.
    const last = registerRnn();
    expect(last.Rnn.prototype.call).toBe(last.call);
    SerializationMap.register = register;
  });
});
