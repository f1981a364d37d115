import type { Command } from 'commander';
import { calibrateCommand } from './commands/calibrate.ts';
import { predictCommand } from './commands/predict.ts';
import { frameProgram } from './frame-program.ts';

/** The commands that answer at once: they load no TensorFlow.js, which takes most of a second. */
export const QUICK_COMMANDS: readonly string[] = ['predict', 'calibrate'];

/** The command line `ser` with these commands alone. */
export function createQuickProgram(): Command {
  return frameProgram('RAVDESS', [predictCommand(), calibrateCommand()]);
}
