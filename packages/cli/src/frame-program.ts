import { Command } from 'commander';
import { VERSION } from './console/version.ts';
import { visible, visibleText } from './console/visible.ts';

/**
 * The command `ser` with these commands in it.
 *
 * @param subject what the clips are that it reads, for the help
 */
export function frameProgram(subject: string, commands: readonly Command[]): Command {
  const program = new Command('ser')
    .description(
      'Recognises emotion in speech and song: recordings to emotions, features, training and ' +
        `honest evaluation on ${subject}.`,
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
  ser predict voice.wav              name the emotion in a recording, with the published model
  ser predict talk.wav --windows     name it second by second
  ser train                          train a model of one's own: the CNN on the embedded table

Exit codes: 0 done, 1 failed, 2 wrong usage, 130 interrupted.
ser <command> --help explains a command and shows examples.`,
    );
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
