import { readParquet } from '@ser/experiment';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import type { DataSet } from './data-sets/data-set.ts';
import { ravdess } from './data-sets/ravdess.ts';
import { createProgram } from './program.ts';
import { runInProcess } from './testing/run-in-process.ts';
import { putSmallClips } from './testing/sample-clips.ts';
import { sharedSandbox } from './testing/sandbox.ts';
import { SMALL_FRAMES_RECIPE } from './testing/small-recipe.ts';

vi.mock('./data/extract-clips.ts', () => import('./testing/extract-in-process.ts'));

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

it('has the version of the package', async () => {
  const { version } = manifest;
  expect(await ser('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
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

describe('another data set', () => {
  const other: DataSet = {
    ...ravdess,
    name: 'EMO-TEST',
    speakersHelp: 'Its speakers are dogs.',
    conditions: ['indoors'],
    parseSpeakers: (text) => [`speaker ${text}`],
    embedded: undefined,
  };
  const helpOf = (name: string): string => {
    const command = createProgram(other).commands.find((own) => own.name() === name);
    let help = '';
    command?.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
    return help;
  };

  it.each(['train', 'crossvalidate', 'evaluate', 'features'])('is named by %s', (name) => {
    expect(helpOf(name)).toContain('EMO-TEST clips');
  });

  it.each(['train', 'crossvalidate'])('says who its speakers are in %s', (name) => {
    expect(helpOf(name)).toContain('Its speakers are dogs.');
  });

  it.each(['train', 'crossvalidate', 'evaluate'])('gives its conditions to %s', (name) => {
    expect(helpOf(name).replace(/\s+/g, ' ')).toContain('indoors, all; of another corpus');
  });

  it('reads its speakers', async () => {
    const evaluate = createProgram(other).commands.find((own) => own.name() === 'evaluate');
    evaluate?.action(() => {});
    await evaluate?.parseAsync(['--actors', '7'], { from: 'user' });
    expect(evaluate?.opts().actors).toEqual(['speaker 7']);
  });

  describe('in its commands', () => {
    const sandbox = sharedSandbox();
    const labels = ['happy', 'calm', 'neutral'];
    const run = (...args: string[]) =>
      runInProcess(args, { cwd: sandbox.folder, dataSet: { ...other, labels } });
    const recipe = ['--recipe', 'frames.json'];
    beforeAll(async () => {
      sandbox.put('frames.json', JSON.stringify(SMALL_FRAMES_RECIPE));
      putSmallClips(sandbox);
      await run('features', 'wavs', ...recipe, '--out', 't.parquet');
    });

    it('gives its labels to tables', async () => {
      const table = await readParquet('t.parquet', sandbox.bytes('t.parquet'));
      expect(table.labels).toEqual(labels);
    });
  });

  it('without a table of its own needs --data', async () => {
    const ended = createProgram(other).parseAsync(['train'], { from: 'user' });
    await expect(ended).rejects.toThrow('--data is needed');
  });
});

describe('wrong usage', () => {
  it.each([
    [['dance'], "unknown command 'dance'"],
    [['trian'], '(Did you mean train?)'],
    [['train', '--protocl', 'clip'], '(Did you mean --protocol?)'],
    [['crossvalidate', '--sed', '1'], '(Did you mean --seeds?)'],
    [['predict', 'a.wav', '--modle', 'x'], '(Did you mean --model?)'],
    [['train', '--epochs', '3x'], 'It must be a whole number from 1 to'],
    [['features', 'a.wav', '--offset', '0.5x'], 'It must be a number of seconds'],
    [['train', '--recipe', 'basline'], 'got basline (did you mean baseline?)'],
    [['evaluate', '--fold', '99'], "unknown option '--fold'"],
    [['train', '--protocol', 'holdout', '--fold', '9'], '--fold must be at most 1 under'],
    [
      ['train', '--protocol', 'luck'],
      'Allowed choices are reference, clip, speaker, loso, speaker-adapted, holdout, selection',
    ],
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
    [['features', 'a.wav', '--round', '0.1'], '--recipe, --variants and --round need --out'],
    [['features', '.', '--out', 'a.csv'], '--out must end in .parquet or .npz, got a.csv'],
    [['features', '.', '--out', 'a.npz', '--offset', '1'], 'leave --offset and --duration out'],
    [
      ['features', '.', '--out', 'a.npz', '--preset', 'logMel', '--recipe', 'frames'],
      "option '--recipe <name>' cannot be used with option '--preset <name>'",
    ],
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
