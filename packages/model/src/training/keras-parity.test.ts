import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { readFileSync } from 'node:fs';
import { enableWasmTraining } from '@ser/wasm-training';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { chooseBackend } from '../backends/choose-backend.ts';
import { buildModel } from '../models/build-model.ts';
import { getWeightsData, setWeightsData } from '../util/weights-data.ts';
import { fit } from './fit.ts';
import { predictScores } from './predict-scores.ts';

interface Training {
  losses: number[];
  after: { shape: number[]; data: number[] }[];
}

interface Golden {
  x: number[];
  y: number[];
  classWeight: number[];
  before: { shape: number[]; data: number[] }[];
  scores: number[];
  adam: Training;
  adamW: Training;
}

/** Written by tools/parity/keras_golden.py, which names the versions. */
const golden = JSON.parse(
  readFileSync(new URL('../../fixtures/keras.golden.json', import.meta.url), 'utf8'),
) as Golden;

/** Float32 in another order of summation, carried through five steps. */
const TOLERANCE = { rtol: 0, atol: 1e-4 };

beforeAll(() => {
  enableWasmTraining(tf, { threads: 1 });
});

const OPTIMIZERS = {
  adam: {},
  adamW: { weightDecay: 0.1, globalClipnorm: 0.5, labelSmoothing: 0.1 },
};

it.each([
  { backend: 'cpu', name: 'adam' },
  { backend: 'cpu', name: 'adamW' },
  { backend: 'wasm', name: 'adam' },
  { backend: 'wasm', name: 'adamW' },
] as const)(
  'scores and trains on $backend as Keras does: five steps of $name with L2, class weights and batch normalisation',
  async ({ backend, name }) => {
    await chooseBackend(backend);
    const model = buildModel({
      inputShape: [12, 1],
      classes: 3,
      blocks: [
        { filters: 4, kernelSize: 5, poolSize: 4 },
        { filters: 3, kernelSize: 3 },
      ],
      dense: { units: 5 },
      l2: 1e-2,
      batchNormMomentum: 0.9,
    });
    expect(model.getWeights().map((weight) => weight.shape)).toEqual(
      golden.before.map(({ shape }) => shape),
    );
    setWeightsData(
      model,
      golden.before.map(({ data }) => Float32Array.from(data)),
    );
    const x = Float32Array.from(golden.x);
    expect(await predictScores(model, x)).toBeAllclose(golden.scores, TOLERANCE);

    // Each epoch is one batch of all ten examples, so their order does not matter.
    const { y, classWeight } = golden;
    const options = { epochs: 5, batchSize: 10, learningRate: 1e-2, classWeight };
    const expected = golden[name];
    const history = await fit(model, { x, y }, { ...options, ...OPTIMIZERS[name] });
    expect(history.map(({ loss }) => loss)).toBeAllclose(expected.losses, TOLERANCE);
    expect(await getWeightsData(model)).toBeAllclose(
      expected.after.map(({ data }) => data),
      TOLERANCE,
    );
    model.dispose();
  },
);
