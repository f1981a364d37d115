import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { publishedModelFolder } from '@ser/ravdess-data/node';
import { expect, it } from 'vitest';
import { COMMAND_LOADERS } from './command-loaders.ts';
import { createProgram } from './program.ts';
import { MAIN } from './testing/run-process.ts';
import { sharedSandbox } from './testing/sandbox.ts';
import { speechWav } from './testing/speech-wav.ts';

const sandbox = sharedSandbox();

it('has all commands, as the program with all of them has them', async () => {
  const { commands } = createProgram();
  expect(Object.keys(COMMAND_LOADERS)).toEqual(commands.map((command) => command.name()));
  for (const same of commands) {
    const command = await COMMAND_LOADERS[same.name()]();
    expect(command.helpInformation()).toBe(same.helpInformation().replace('ser ', ''));
  }
});

/** Prints the addresses of all modules that were loaded, in the end. */
const PRELOAD = `
import { registerHooks } from 'node:module';
const loaded = [];
registerHooks({
  load(url, context, next) {
    loaded.push(url);
    return next(url, context);
  },
});
process.on('exit', () => console.error(JSON.stringify(loaded)));
`;

const loadedBy = async (...args: string[]): Promise<string[]> => {
  const preload = `data:text/javascript,${encodeURIComponent(PRELOAD)}`;
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--conditions=@ser/source', '--import', preload, MAIN, ...args],
    { cwd: sandbox.folder },
  );
  expect(stdout).not.toBe('');
  return JSON.parse(stderr.trim().split('\n').at(-1) ?? '');
};

it.each([
  ['predict', ['predict', 'voice.wav', '--windows']],
  ['predict of a linear run', ['predict', 'voice.wav', '--model', publishedModelFolder()]],
  ['calibrate', ['calibrate', 'voice.wav', '--out', 'voice.json']],
])('loads no TensorFlow.js for %s', async (_, args) => {
  sandbox.put('voice.wav', speechWav());
  const loaded = await loadedBy(...args);
  expect(loaded.some((url) => url.endsWith('/load-recognizer.ts'))).toBe(true);
  expect(loaded.filter((url) => /tfjs|packages\/(experiment|wasm-training)/.test(url))).toEqual([]);
});

it.each(['--help', '--version'])('loads no command for %s', async (option) => {
  const loaded = await loadedBy(option);
  expect(loaded.filter((url) => /src\/commands\/|packages\/(?!cli)/.test(url))).toEqual([]);
});
