import { getBackend, removeBackend } from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { expect, it, vi } from 'vitest';
import { chooseBackend } from '../backends/choose-backend.ts';
import { Classifier } from '../classifier/classifier.ts';
import { buildFrameModel } from '../models/build-frame-model.ts';
import { buildModel } from '../models/build-model.ts';
import { memoryStore } from '../stores/memory-store.ts';
import { evaluate } from '../training/evaluate.ts';
import { fit } from '../training/fit.ts';
import { predictScores } from '../training/predict-scores.ts';

const whatToDo = (caller: string, problem: string) =>
  expect.objectContaining({
    name: 'ModelError',
    code: 'missing-backend',
    message: expect.stringMatching(
      new RegExp(
        `^${caller}: tfjs has no backend that runs \\(${problem}.*; first import one, such as '@tensorflow/tfjs-backend-wasm', and \`await chooseBackend`,
      ),
    ),
  });

it('models say what to do when no backend is imported', () => {
  const problem = 'No backend found in registry';
  expect(() => buildModel()).toThrow(whatToDo('buildModel', problem));
  const frames = { inputShape: [4, 2] as [number, number] };
  expect(() => buildFrameModel(frames)).toThrow(whatToDo('buildFrameModel', problem));
});

it('so does a classifier', async () => {
  await expect(Classifier.load(memoryStore())).rejects.toEqual(
    whatToDo('Classifier.load', 'No backend found in registry'),
  );
});

it('and chooseBackend', async () => {
  await expect(chooseBackend()).rejects.toMatchObject({
    code: 'missing-backend',
    message: expect.stringContaining("import one first, such as '@tensorflow/tfjs-backend-wasm'"),
  });
});

it('an imported backend that has not started is named too', async () => {
  await import('@tensorflow/tfjs-backend-wasm');
  expect(() => buildModel()).toThrow(whatToDo('buildModel', 'The highest priority backend'));
});

it('all that computes says so when the backend is gone', async () => {
  await import('@tensorflow/tfjs-backend-cpu');
  // Although tfjs has begun to start the other.
  await chooseBackend('cpu');
  const model = sequential();
  model.add(layers.dense({ inputShape: [1], units: 2, activation: 'softmax' }));
  const classifier = new Classifier({ model, labels: ['a', 'b'] });
  const data = { x: new Float32Array(2), y: [0, 1] };
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  for (const name of ['cpu', 'wasm']) removeBackend(name);
  expect(getBackend()).toBeNull();
  const problem = 'No backend found in registry';
  for (const [caller, call] of Object.entries({
    fit: () => fit(model, data, { epochs: 1 }),
    evaluate: () => evaluate(model, data),
    predictScores: () => predictScores(model, data.x),
    'Classifier.save': () => classifier.save(memoryStore()),
  })) {
    await expect(call()).rejects.toEqual(whatToDo(caller, problem));
  }
});
