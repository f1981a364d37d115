import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type CommandName, HELP, isCommand } from './help.ts';
import { CardError } from './util/card-error.ts';

/** What the command line asks for. */
export type Asked =
  | { command: 'help'; text: string }
  | { command: 'publish'; data: string }
  | { command: 'measure'; data: string; table: string; mp3: string; sounds?: string }
  | { command: 'write'; check: boolean };

const OPTIONS: Readonly<Record<CommandName, NonNullable<ParseArgsConfig['options']>>> = {
  publish: { data: { type: 'string' } },
  measure: {
    data: { type: 'string' },
    table: { type: 'string' },
    mp3: { type: 'string' },
    sounds: { type: 'string' },
  },
  write: { check: { type: 'boolean' } },
};

/**
 * Reads the command line.
 *
 * @throws CardError `wrong-usage` that names what is missing or not known
 */
export function readArguments([command, ...rest]: readonly string[]): Asked {
  if (command === '--help' || command === '-h') return { command: 'help', text: HELP.all };
  if (!isCommand(command)) {
    const got = command === undefined ? 'none' : JSON.stringify(command);
    throw wrongUsage(`COMMAND must be publish, measure or write, got ${got}`);
  }
  const values = valuesOf(command, rest);
  if (values.help) return { command: 'help', text: HELP[command] };
  const required = (name: string): string => {
    const value = values[name];
    if (typeof value === 'string' && value !== '') return value;
    throw wrongUsage(`${command}: --${name} is required; \`${command} --help\` says what it is`);
  };
  if (command === 'publish') return { command, data: required('data') };
  if (command === 'write') return { command, check: values.check === true };
  const [data, table, mp3] = ['data', 'table', 'mp3'].map(required);
  const { sounds } = values;
  return { command, data, table, mp3, ...(typeof sounds === 'string' && { sounds }) };
}

function valuesOf(command: CommandName, args: string[]): Readonly<Record<string, unknown>> {
  const help = { type: 'boolean', short: 'h' } as const;
  try {
    return parseArgs({ args, options: { ...OPTIONS[command], help } }).values;
  } catch (cause) {
    throw wrongUsage(`${command}: ${(cause as Error).message}`, cause);
  }
}

function wrongUsage(message: string, cause?: unknown): CardError {
  return new CardError('wrong-usage', message, { cause });
}
