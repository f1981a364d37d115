import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { publishedModelFolder } from '@ser/ravdess-data/node';
import { expect, it } from 'vitest';
import { createProgram } from './program.ts';
import { createQuickProgram, QUICK_COMMANDS } from './quick-program.ts';
import { MAIN } from './testing/run-process.ts';
import { sharedSandbox } from './testing/sandbox.ts';
import { speechWav } from './testing/speech-wav.ts';

const sandbox = sharedSandbox();

it('has the commands that it is said to have, as all programs have them', () => {
  const { commands } = createQuickProgram();
  expect(commands.map((command) => command.name())).toEqual(QUICK_COMMANDS);
  const all = createProgram().commands;
  for (const command of commands) {
    const same = all.find((other) => other.name() === command.name());
    expect(command.helpInformation()).toBe(same?.helpInformation());
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

it.each([
  ['predict', ['predict', 'voice.wav', '--windows']],
  ['predict of a linear run', ['predict', 'voice.wav', '--model', publishedModelFolder()]],
  ['calibrate', ['calibrate', 'voice.wav', '--out', 'voice.json']],
])('loads no TensorFlow.js for %s', async (_, args) => {
  sandbox.put('voice.wav', speechWav());
  const preload = `data:text/javascript,${encodeURIComponent(PRELOAD)}`;
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--conditions=@ser/source', '--import', preload, MAIN, ...args],
    { cwd: sandbox.folder },
  );
  expect(stdout).not.toBe('');
  const loaded: string[] = JSON.parse(stderr.trim().split('\n').at(-1) ?? '');
  expect(loaded.some((url) => url.endsWith('/load-recognizer.ts'))).toBe(true);
  expect(loaded.filter((url) => /tfjs|packages\/(experiment|wasm-training)/.test(url))).toEqual([]);
});
