import type { Command } from 'commander';
import { augmentCommand } from './commands/augment.ts';
import { cacheCommand } from './commands/cache.ts';
import { calibrateCommand } from './commands/calibrate.ts';
import { crossvalidateCommand } from './commands/crossvalidate.ts';
import { downloadCommand } from './commands/download.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { featuresCommand } from './commands/features.ts';
import { inspectCommand } from './commands/inspect.ts';
import { mergeCommand } from './commands/merge.ts';
import { predictCommand } from './commands/predict.ts';
import { trainCommand } from './commands/train.ts';
import type { DataSet } from './data-sets/data-set.ts';
import { ravdess } from './data-sets/ravdess.ts';
import { frameProgram } from './frame-program.ts';

/**
 * The command line `ser`, ready to parse.
 *
 * @param dataSet whose clips it reads. Whatever it is, `ser inspect` and `ser download` are
 *   RAVDESS' own. Default: RAVDESS.
 */
export function createProgram(dataSet: DataSet = ravdess): Command {
  return frameProgram(dataSet.name, [
    trainCommand(dataSet),
    crossvalidateCommand(dataSet),
    evaluateCommand(dataSet),
    predictCommand(),
    calibrateCommand(),
    featuresCommand(dataSet),
    mergeCommand(),
    cacheCommand(),
    inspectCommand(),
    augmentCommand(),
    downloadCommand(),
  ]);
}
