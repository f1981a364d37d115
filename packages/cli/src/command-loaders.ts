import type { Command } from 'commander';
import type { DataSet } from './data-sets/data-set.ts';

const ravdess = async (): Promise<DataSet> => (await import('./data-sets/ravdess.ts')).ravdess;

/**
 * RAVDESS' commands, each loaded when it is asked for: `predict` and `calibrate` need no
 * TensorFlow.js, and none needs what all of them do.
 */
export const COMMAND_LOADERS: Readonly<Record<string, () => Promise<Command>>> = {
  train: async () => (await import('./commands/train.ts')).trainCommand(await ravdess()),
  crossvalidate: async () =>
    (await import('./commands/crossvalidate.ts')).crossvalidateCommand(await ravdess()),
  evaluate: async () => (await import('./commands/evaluate.ts')).evaluateCommand(await ravdess()),
  predict: async () => (await import('./commands/predict.ts')).predictCommand(),
  calibrate: async () => (await import('./commands/calibrate.ts')).calibrateCommand(),
  features: async () => (await import('./commands/features.ts')).featuresCommand(await ravdess()),
  merge: async () => (await import('./commands/merge.ts')).mergeCommand(),
  cache: async () => (await import('./commands/cache.ts')).cacheCommand(),
  inspect: async () => (await import('./commands/inspect.ts')).inspectCommand(),
  augment: async () => (await import('./commands/augment.ts')).augmentCommand(),
  download: async () => (await import('./commands/download.ts')).downloadCommand(),
};
