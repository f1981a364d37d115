import { describe, expect, it } from 'vitest';
import { cliSandbox } from './testing/cli-sandbox.ts';

const { ser } = cliSandbox();

describe('ser', () => {
  it('explains itself', async () => {
    const { code, stdout } = await ser('--help');
    expect(code).toBe(0);
    for (const command of ['train', 'predict', 'features', 'inspect'])
      expect(stdout).toContain(command);
    expect((await ser('train', '--help')).stdout).toContain('--resume');
  });

  it.each([
    [['dance'], "unknown command 'dance'"],
    [['train', '--protocol', 'luck'], 'Allowed choices are reference, clip, speaker, holdout'],
    [['train', '--epochs', '0'], 'It must be a whole number from 1 to'],
    [['train', '--protocol', 'reference', '--no-variants'], 'leave --no-variants out'],
    [['features', 'a.wav', '--round', '0.1'], '--variants and --round need --out'],
    [['features', '.', '--out', 'a.csv'], '--out must end in .parquet or .npz, got a.csv'],
    [['inspect'], "required option '--data"],
    [['crossvalidate', '--folds', '10'], '--folds is for the protocol clip; speaker has 5'],
    [['train', '--folds', '3', '--protocol', 'holdout'], 'holdout has 1, got --folds 3'],
    [['download', '--to', 'x', '--base-url', 'nowhere'], 'It must begin with http:// or https://'],
    [['evaluate', '--actors', '20-30'], 'It must list actors from 1 to 24'],
  ])('exits with 2 on wrong usage: %j', async (args, text) => {
    const { code, stderr, stdout } = await ser(...args);
    expect(stderr).toContain(text);
    expect(code).toBe(2);
    expect(stdout).toBe('');
  });
});
