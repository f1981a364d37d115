import '@tensorflow/tfjs-backend-cpu';
import { getBackend, registerBackend, removeBackend } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { chooseBackend } from './choose-backend.ts';

describe('chooseBackend', () => {
  it('takes the fastest that is imported and says what it passed over', async () => {
    const { backend, reason } = await chooseBackend();
    expect(backend).toBe('cpu');
    expect(getBackend()).toBe('cpu');
    expect(reason).toContain('wasm is not imported');
  });

  it('passes over a backend that does not start', async () => {
    registerBackend('webgl', () => {
      throw new Error('no GPU');
    });
    const { backend, reason } = await chooseBackend();
    expect(backend).toBe('cpu');
    expect(reason).toContain('webgl does not start');
    removeBackend('webgl');
  });

  it('takes the preferred one or says why it cannot', async () => {
    expect((await chooseBackend('cpu')).reason).toMatch(
      /^cpu was asked for; it runs in plain JavaScript.* enableWasmTraining/,
    );
    await expect(chooseBackend('tpu')).rejects.toMatchObject({
      code: 'missing-backend',
      message: expect.stringContaining('tpu is not imported; imported: cpu'),
    });
  });
});
