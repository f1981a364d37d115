import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BACKEND_ORDER, chooseBackend } from './choose-backend.ts';
import { startBackend } from './start-backend.ts';

/** A backend that starts, and can do nothing. */
const idle = () => Object.assign(new tf.KernelBackend(), { dispose() {} });
const failing = () => {
  throw new Error('no GPU');
};
const registered: string[] = [];
const register = (
  name: string,
  factory: Parameters<typeof tf.registerBackend>[1],
  priority = 1,
) => {
  tf.registerBackend(name, factory, priority);
  registered.push(name);
};

beforeEach(async () => {
  // tfjs prints what it does not pass on.
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  await tf.setBackend('cpu');
});
afterEach(async () => {
  await tf.setBackend('cpu');
  for (const name of registered.splice(0)) tf.removeBackend(name);
  vi.restoreAllMocks();
});

it('tries the fast backends before the slow ones', () => {
  expect(BACKEND_ORDER).toEqual(['tensorflow', 'webgpu', 'wasm', 'webgl', 'cpu']);
});

describe('chooseBackend', () => {
  it.each([
    ['webgl', ['webgl'], 'webgl'],
    ['webgpu before webgl', ['webgl', 'webgpu'], 'webgpu'],
    ['tensorflow before all', ['webgl', 'webgpu', 'wasm', 'tensorflow'], 'tensorflow'],
    ['wasm before webgl', ['webgl', 'wasm'], 'wasm'],
  ])('takes %s', async (_, names, expected) => {
    for (const name of names) register(name, idle);
    const { backend, reason } = await chooseBackend();
    expect(backend).toBe(expected);
    expect(tf.getBackend()).toBe(expected);
    expect(reason).toMatch(new RegExp(`^${expected} is the fastest that starts here`));
    expect(reason).not.toContain('plain JavaScript');
  });

  it('says of each that it passes over why', async () => {
    register('webgpu', failing);
    register('webgl', idle);
    expect((await chooseBackend()).reason).toBe(
      'webgl is the fastest that starts here; tensorflow is not imported; ' +
        'webgpu does not start (no GPU); wasm is not imported',
    );
  });

  it('takes the slow one that was asked for, although a fast one would start', async () => {
    register('webgpu', idle);
    const { backend, reason } = await chooseBackend('cpu');
    expect([backend, tf.getBackend()]).toEqual(['cpu', 'cpu']);
    expect(reason).toMatch(/^cpu was asked for; it runs in plain JavaScript/);
  });

  it('says nothing of the cost of another', async () => {
    register('webgl', idle);
    expect((await chooseBackend('webgl')).reason).toBe('webgl was asked for');
  });

  it('takes no other than the one that was asked for', async () => {
    register('webgl', failing);
    await expect(chooseBackend('webgl')).rejects.toMatchObject({
      code: 'missing-backend',
      message: 'chooseBackend: webgl does not start (no GPU); imported: webgl, cpu',
    });
  });
});

describe('startBackend', () => {
  it('says nothing where it starts', async () => {
    register('webgl', idle);
    expect(await startBackend('webgl')).toBeUndefined();
    expect(tf.getBackend()).toBe('webgl');
  });

  it.each<[string, Parameters<typeof tf.registerBackend>[1]]>([
    ['throws', failing],
    ['rejects', () => Promise.reject(new Error('no GPU'))],
  ])('lets the backend before go on when another %s', async (_, factory) => {
    register('webgl', factory);
    expect(await startBackend('webgl')).toBe('webgl does not start (no GPU)');
    expect(tf.getBackend()).toBe('cpu');
    expect(tf.add(1, 2).dataSync()[0]).toBe(3);
  });

  it('can start later what it could not start at first', async () => {
    let isBroken = true;
    register('webgl', () => (isBroken ? failing() : idle()));
    expect(await startBackend('webgl')).toContain('no GPU');
    isBroken = false;
    expect(await startBackend('webgl')).toBeUndefined();
  });

  it('registers what did not start as it was', async () => {
    const { registryFactory } = tf.engine();
    register('webgl', failing, 7);
    await startBackend('webgl');
    expect(registryFactory.webgl).toEqual({ factory: failing, priority: 7 });
    register('webgpu', idle, 8);
    await startBackend('webgpu');
    expect(registryFactory.webgpu).toEqual({ factory: idle, priority: 8 });
  });

  it('says why, of what is thrown and is no error', async () => {
    register('webgl', () => {
      throw 'no luck';
    });
    expect(await startBackend('webgl')).toBe('webgl does not start (no luck)');
  });

  it('says what to do of wasm alone', async () => {
    register('wasm', failing);
    expect(await startBackend('wasm')).toMatch(
      /^wasm does not start \(no GPU\); give tfjs the fol/,
    );
  });

  it('does not wait for another start that never ends', async () => {
    register('webgpu', () => new Promise(() => {}), 100);
    tf.setBackend('webgpu');
    expect(await startBackend('cpu')).toBeUndefined();
    expect(tf.add(1, 2).dataSync()[0]).toBe(3);
  });

  it('is not undone by another start that ends later', async () => {
    let finish = (_: tf.KernelBackend): void => {};
    const pending = new Promise<tf.KernelBackend>((resolve) => {
      finish = resolve;
    });
    register('webgpu', () => pending, 100);
    const started = tf.setBackend('webgpu');
    await startBackend('cpu');
    finish(idle());
    expect(await started).toBe(false);
    expect(tf.getBackend()).toBe('cpu');
  });
});
