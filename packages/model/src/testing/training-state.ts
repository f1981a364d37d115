import type { TrainingState } from '../training/training-state.ts';

/** A small state of a run after one epoch. */
export function trainingState(callbacks: TrainingState['callbacks'] = {}): TrainingState {
  return {
    version: 1,
    seed: 7,
    fingerprint: 123_456_789,
    epoch: 1,
    history: [{ epoch: 0, loss: 2, accuracy: 0.25, valLoss: Number.NaN, learningRate: 1e-3 }],
    stopTraining: false,
    weights: [Float32Array.of(0.1, -2), Float32Array.of(3)],
    optimizer: {
      iterations: 4,
      learningRate: 1e-3,
      moments: [[Float32Array.of(1, 2), Float32Array.of(3, 4)]],
    },
    callbacks,
  };
}
