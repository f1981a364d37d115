import { Command } from 'commander';
import { augmentCommand } from './commands/augment.ts';
import { crossvalidateCommand } from './commands/crossvalidate.ts';
import { downloadCommand } from './commands/download.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { featuresCommand } from './commands/features.ts';
import { inspectCommand } from './commands/inspect.ts';
import { predictCommand } from './commands/predict.ts';
import { trainCommand } from './commands/train.ts';
import { visible, visibleText } from './console/visible.ts';
import type { DataSet } from './data-sets/data-set.ts';
import { ravdess } from './data-sets/ravdess.ts';
import { VERSION } from './runs/versions.ts';

/**
 * The command line `ser`, ready to parse.
 *
 * @param dataSet whose clips it reads. Whatever it is, `ser inspect` and `ser download` are
 *   RAVDESS' own. Default: RAVDESS.
 */
export function createProgram(dataSet: DataSet = ravdess): Command {
  const program = new Command('ser')
    .description(
      'Recognises emotion in speech and song: features, training and honest evaluation on ' +
        `${dataSet.name}.`,
    )
    .version(VERSION)
    // What the user typed stands in messages too.
    .configureOutput({
      writeOut: (text) => process.stdout.write(visibleText(text)),
      writeErr: (text) => process.stderr.write(visibleText(text)),
      outputError: (text, write) => write(visibleError(text)),
    })
    .addHelpText(
      'after',
      `
Start here:
  ser train                          train the CNN on the embedded table, a few minutes
  ser predict voice.wav              name the emotion in a recording

Exit codes: 0 done, 1 failed, 2 wrong usage, 130 interrupted.
ser <command> --help explains a command and shows examples.`,
    );
  const commands = [
    trainCommand(dataSet),
    crossvalidateCommand(dataSet),
    evaluateCommand(dataSet),
    predictCommand(),
    featuresCommand(dataSet),
    inspectCommand(),
    augmentCommand(),
    downloadCommand(),
  ];
  for (const command of commands) {
    // Settings that subcommands made apart do not inherit by themselves.
    program.addCommand(
      command
        .copyInheritedSettings(program)
        .showHelpAfterError('(add --help for more)')
        .exitOverride(),
    );
  }
  return program.exitOverride().showHelpAfterError('(add --help for more)');
}

/** An error of commander's: a line, and perhaps one with what was meant. */
function visibleError(text: string): string {
  const [, message = text, meant = ''] =
    /^([\s\S]*?)(\n\(Did you mean [^\n]*\?\))?\n$/.exec(text) ?? [];
  return `${visible(message)}${meant}\n`;
}
