import { layers, sequential } from '@tensorflow/tfjs-layers';
import { pythonPeer } from '../peers/python-peer.ts';
import { stepOfFit } from '../work/step-of-fit.ts';
import type { Group } from '../work/work.ts';

const KINDS = ['lstm', 'gru', 'simpleRNN'] as const;
const SHAPE = [100, 64] as const;

/** A recurrent layer with what decides behind it, as peers/recurrent.py builds it too. */
function build(kind: (typeof KINDS)[number]) {
  const layer = layers[kind]({
    units: 128,
    inputShape: [...SHAPE],
    // tfjs takes seconds for its orthogonal ones.
    recurrentInitializer: 'glorotUniform',
    // PyTorch has no other gates than these.
    ...(kind !== 'simpleRNN' && { recurrentActivation: 'sigmoid' as const }),
  });
  return sequential({ layers: [layer, layers.dense({ units: 8, activation: 'softmax' })] });
}

/** Forward, backward and Adam: a batch of `fit`. */
export function recurrent(): Group {
  const python = pythonPeer('recurrent', {}, { OMP_NUM_THREADS: '1' });
  return {
    heading: 'Training steps of recurrent layers',
    about:
      'Forward, backward and Adam, as `fit` of @ser/model with @ser/wasm-training takes them, on one thread: 128 units, batches of 32 sequences of [100, 64], 8 classes.',
    rounds: 6,
    budget: 400,
    works: KINDS.map((kind) => ({
      name: kind,
      prepare: async () => ({
        ...(await stepOfFit({ build: () => build(kind), shape: SHAPE, batchSize: 32 }, 1)),
        peers: { PyTorch: python.side(kind) },
      }),
    })),
    versions: python.versions,
    close: python.close,
  };
}
