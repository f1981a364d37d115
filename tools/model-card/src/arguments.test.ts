import { expect, it } from 'vitest';
import { readArguments } from './arguments.ts';
import { HELP } from './help.ts';

it.each([
  [['publish', '--data', 't'], { command: 'publish', data: 't' }],
  [['write'], { command: 'write', check: false }],
  [['write', '--check'], { command: 'write', check: true }],
  [
    ['measure', '--data', 'd', '--table', 't', '--mp3', 'm'],
    { command: 'measure', data: 'd', table: 't', mp3: 'm' },
  ],
  [
    ['measure', '--data', 'd', '--table', 't', '--mp3', 'm', '--sounds', 's'],
    { command: 'measure', data: 'd', table: 't', mp3: 'm', sounds: 's' },
  ],
  [['--help'], { command: 'help', text: HELP.all }],
  [['-h'], { command: 'help', text: HELP.all }],
  [['measure', '-h'], { command: 'help', text: HELP.measure }],
])('reads %j', (args, expected) => {
  expect(readArguments(args)).toEqual(expected);
});

it.each([
  [[], 'COMMAND must be publish, measure or write, got none'],
  [['wrote'], 'COMMAND must be publish, measure or write, got "wrote"'],
  [['constructor'], 'COMMAND must be publish, measure or write, got "constructor"'],
  [['publish'], 'publish: --data is required'],
  [['publish', '--data', ''], 'publish: --data is required'],
  [['publish', '--data'], 'publish: '],
  [['publish', '--data', 't', '--tabel', 'x'], "publish: Unknown option '--tabel'"],
  [['measure', '--data', 'd', '--table', 't'], 'measure: --mp3 is required'],
  [['write', 'README.md'], 'write: Unexpected argument'],
])('refuses %j', (args, message) => {
  expect(() => readArguments(args)).toThrow(
    expect.objectContaining({ code: 'wrong-usage', message: expect.stringContaining(message) }),
  );
});
