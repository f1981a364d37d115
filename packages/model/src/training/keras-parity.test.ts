import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { readFileSync } from 'node:fs';
import { enableWasmTraining } from '@ser/wasm-training';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { chooseBackend } from '../backends/choose-backend.ts';
import { buildModel } from '../models/build-model.ts';
import { getWeightsData, setWeightsData } from '../util/weights-data.ts';
import type { EpochLogs } from './epoch-logs.ts';
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

beforeAll(() => enableWasmTraining(tf, { threads: 1 }));

const OPTIMIZERS = {
  adam: {},
  adamW: { weightDecay: 0.1, globalClipnorm: 0.5, labelSmoothing: 0.1 },
};

const model = (): LayersModel =>
  buildModel({
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

/** The model with the weights that Keras began with. */
const begun = (): LayersModel => {
  const built = model();
  setWeightsData(
    built,
    golden.before.map(({ data }) => Float32Array.from(data)),
  );
  return built;
};

const x = Float32Array.from(golden.x);

describe.each(['cpu', 'wasm'])('on %s', (backend) => {
  beforeAll(async () => {
    await chooseBackend(backend);
  });

  it('has weights of the shapes that Keras has', () => {
    const shapes = golden.before.map(({ shape }) => shape);
    const net = model();
    expect(net.getWeights().map((weight) => weight.shape)).toEqual(shapes);
    net.dispose();
  });

  it('scores as Keras', async () => {
    const net = begun();
    expect(await predictScores(net, x)).toBeAllclose(golden.scores, TOLERANCE);
    net.dispose();
  });

  // With L2, class weights and batch normalisation.
  describe.each(['adam', 'adamW'] as const)('five steps of %s', (name) => {
    const expected = golden[name];

    let trained: { history: EpochLogs[]; weights: Float32Array[] };
    beforeAll(async () => {
      const net = begun();
      const { y, classWeight } = golden;
      const options = { epochs: 5, batchSize: 10, learningRate: 1e-2, classWeight };
      // Each epoch is one batch of all ten examples, so their order does not matter.
      const history = await fit(net, { x, y }, { ...options, ...OPTIMIZERS[name] });
      trained = { history, weights: await getWeightsData(net) };
      net.dispose();
    });

    it('have the losses of Keras', () => {
      expect(trained.history.map(({ loss }) => loss)).toBeAllclose(expected.losses, TOLERANCE);
    });

    it('end with the weights of Keras', () => {
      expect(trained.weights).toBeAllclose(
        expected.after.map(({ data }) => data),
        TOLERANCE,
      );
    });
  });
});
