import { buildFrameModel, buildModel } from '@ser/model';
import { pythonPeer } from '../peers/python-peer.ts';
import { stepOfFit, type Trained } from '../work/step-of-fit.ts';
import type { Group, Work } from '../work/work.ts';

/** The models whose steps count, as peers/training_step.py builds them too. */
const MODELS: Readonly<Record<string, Trained & { keras?: boolean }>> = {
  'reference CNN, batch 64': {
    build: () => buildModel(),
    shape: [162, 1],
    batchSize: 64,
    keras: true,
  },
  'frame model, batch 32': {
    build: () =>
      buildFrameModel({
        inputShape: [160, 64],
        filters: 96,
        dilations: [1, 2, 4, 8, 1, 2, 4, 8],
      }),
    shape: [160, 64],
    batchSize: 32,
  },
};

/** Forward, backward and Adam: a batch of `fit`. */
export function trainingStep(): Group {
  const works: Work[] = [];
  const pythons = [1, 2].map((threads) => {
    const python = pythonPeer('training_step', {}, { OMP_NUM_THREADS: `${threads}` });
    for (const [model, trained] of Object.entries(MODELS)) {
      const name = `${model}, ${threads === 1 ? 'one thread' : 'two threads'}`;
      works.push({
        name,
        prepare: async () => ({
          ...(await stepOfFit(trained, threads)),
          peers: {
            PyTorch: python.side(`PyTorch, ${model}`),
            ...(trained.keras && { Keras: python.side(`Keras, ${model}`) }),
          },
        }),
      });
    }
    return python;
  });
  return {
    heading: 'Training steps',
    about:
      'Forward, backward and Adam, as `fit` of @ser/model with @ser/wasm-training takes them. The reference CNN has 294,920 parameters; the frame model takes [160, 64], with 96 filters in 8 blocks.',
    rounds: 6,
    budget: 700,
    works,
    versions: pythons[0].versions,
    close: () => {
      for (const python of pythons) python.close();
    },
  };
}
