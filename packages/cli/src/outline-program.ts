import { Command } from 'commander';
import { frameProgram } from './frame-program.ts';

/** What the help of all commands says of each: its summary, and its arguments. */
const OUTLINES: readonly [name: string, summary: string, argument?: string][] = [
  ['train', 'train a model and report how well it does'],
  ['crossvalidate', 'train on every fold and report mean and spread'],
  ['evaluate', 'test a trained model on clips of your choice'],
  ['predict', 'name the emotion in sound files, as a whole or second by second', '<file...>'],
  ['calibrate', 'learn one voice from some clips of it, for ser predict --voice', '<file...>'],
  ['features', 'extract features from sound files or folders', '<file...>'],
  ['merge', 'make one table of shards, or one report', '<dir>'],
  ['cache', 'show or clear the features that are kept between runs', '[what]'],
  ['inspect', 'count clips, find what is missing or broken'],
  ['augment', 'write changed copies of WAV files: noise, another speed, a room, …', '<file...>'],
  ['download', 'download RAVDESS from Zenodo'],
];

/** The command line `ser` that knows of its commands what its help says, and can do none. */
export function createOutlineProgram(): Command {
  return frameProgram(
    'RAVDESS',
    OUTLINES.map(([name, summary, argument]) => {
      // An option of its own says that it has options.
      const command = new Command(name).summary(summary).option('--…');
      return argument ? command.argument(argument) : command;
    }),
  );
}
