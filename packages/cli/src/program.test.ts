import { describe, expect, it } from 'vitest';
import { createProgram } from './program.ts';
import { sharedSandbox } from './testing/sandbox.ts';

const { ser } = sharedSandbox();
const commands = createProgram().commands.map((command) => command.name());

describe('ser --help', () => {
  it('exits with 0', async () => {
    expect((await ser('--help')).code).toBe(0);
  });

  it.each(commands)('names the command %s', async (name) => {
    expect((await ser('--help')).stdout).toMatch(new RegExp(`^  ${name} .*`, 'm'));
  });
});

describe('the help of each command', () => {
  it.each(commands)('%s shows examples', async (name) => {
    const { code, stdout } = await ser(name, '--help');
    expect(stdout).toContain(`\n  ser ${name} `);
    expect(code).toBe(0);
  });

  it.each(['train', 'crossvalidate'])('%s explains protocols and recipes', async (name) => {
    const { stdout } = await ser(name, '--help');
    expect(stdout).toMatch(/^ {2}speaker +\S/m);
    expect(stdout).toMatch(/^ {2}frames +\S/m);
  });
});

describe('wrong usage', () => {
  it.each([
    [['dance'], "unknown command 'dance'"],
    [['train', '--protocol', 'luck'], 'Allowed choices are reference, clip, speaker, holdout'],
    [['train', '--epochs', '0'], 'It must be a whole number from 1 to'],
    [['train', '--protocol', 'reference', '--no-variants'], 'leave --no-variants out'],
    [['train', '--protocol', 'speaker', '--fold', '6'], '--fold must be at most 5 under'],
    [['train', '--folds', '3', '--protocol', 'holdout'], 'holdout has 1, got --folds 3'],
    [
      ['crossvalidate', '--recipe', 'frames', '--epochs', '9', '--data', '.'],
      '--epochs must be above 30',
    ],
    [['train', '--recipe', 'frames'], 'needs features that the embedded table'],
    [['train', '--recipe', 'gone.json'], '--recipe must be one of baseline, '],
    [['train', 'clips/'], 'too many arguments'],
    [['crossvalidate', '--folds', '10'], '--folds is for the protocol clip; speaker has 5'],
    [['crossvalidate', '--protocol', 'holdout'], 'Allowed choices are clip, speaker'],
    [['features', 'a.wav', '--round', '0.1'], '--variants and --round need --out'],
    [['features', '.', '--out', 'a.csv'], '--out must end in .parquet or .npz, got a.csv'],
    [['features', '.', '--out', 'a.npz', '--offset', '1'], 'leave --offset and --duration out'],
    [['features'], "missing required argument 'file'"],
    [['inspect'], "required option '--data"],
    [['predict'], "missing required argument 'file'"],
    [['download', '--to', 'x', '--base-url', 'nowhere'], 'It must begin with http:// or https://'],
    [['evaluate', '--actors', '20-30'], 'It must list actors from 1 to 24'],
  ])('exits with 2 and says why: %j', async (args, why) => {
    const { code, stderr, stdout } = await ser(...args);
    expect(stderr).toContain(why);
    expect(code).toBe(2);
    expect(stdout).toBe('');
  });
});
