import type * as Model from '@ser/model';
import { chooseBackend } from '@ser/model';
import { enableWasmTraining } from '@ser/wasm-training';
import * as tf from '@tensorflow/tfjs-core';
import { beforeEach, expect, it, vi } from 'vitest';
import { BACKENDS, isBackend, startBackend } from './start-backend.ts';

vi.mock('@ser/model', async (actual) => ({
  ...(await actual<typeof Model>()),
  chooseBackend: vi.fn(),
}));
vi.mock('@ser/wasm-training', () => ({ enableWasmTraining: vi.fn() }));
beforeEach(() => {
  vi.clearAllMocks();
});

it.each([
  ['wasm', 3, { threads: 3 }],
  ['cpu', 1, { threads: 1 }],
  // How many is wasm-training's choice.
  ['wasm', undefined, {}],
] as const)('starts %s with %j threads', async (backend, threads, options) => {
  await startBackend(backend, threads);
  expect(enableWasmTraining).toHaveBeenCalledExactlyOnceWith(tf, options);
  expect(chooseBackend).toHaveBeenCalledExactlyOnceWith(backend);
});

it('can train before it starts', async () => {
  vi.mocked(chooseBackend).mockImplementation(async () => {
    expect(enableWasmTraining).toHaveBeenCalled();
    return { backend: 'wasm', reason: '' };
  });
  await startBackend('wasm');
  expect(chooseBackend).toHaveBeenCalled();
});

it('checks no tensor that the library makes', async () => {
  await startBackend('wasm');
  expect(tf.env().getBool('PROD')).toBe(true);
});

it('knows the backends that come along, both of which start', () => {
  expect(BACKENDS).toEqual(['wasm', 'cpu']);
  expect(['wasm', 'cpu', 'webgpu', 'webgl', ''].map(isBackend)).toEqual([
    ...[true, true],
    ...[false, false, false],
  ]);
  for (const backend of BACKENDS) expect(tf.findBackendFactory(backend)).toBeTypeOf('function');
});
