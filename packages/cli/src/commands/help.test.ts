import { NAMING_SCHEMES } from '@ser/corpus';
import { PROTOCOL_NAMES } from '@ser/eval';
import { RECIPES } from '@ser/experiment';
import { presets } from '@ser/features';
import { SPEAKERS } from '@ser/ravdess';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../program.ts';

const commands = createProgram().commands;
const find = (name: string): Command => {
  const command = commands.find((own) => own.name() === name);
  if (!command) throw new Error(`there is no command ${name}`);
  return command;
};
const rawHelpOf = (name: string): string => {
  let help = '';
  find(name)
    .configureOutput({ writeOut: (text) => (help += text) })
    .outputHelp();
  return help;
};
/** What a command's help prints, with one space in place of each run of spaces and line ends. */
const helpOf = (name: string): string => rawHelpOf(name).replace(/\s+/g, ' ');
const optionOf = (command: string, name: string) =>
  find(command).options.find(({ long }) => long === name);

it('names its commands in the order of their use', () => {
  expect(commands.map((command) => command.name())).toEqual([
    'train',
    'crossvalidate',
    'evaluate',
    'predict',
    'calibrate',
    'features',
    'merge',
    'cache',
    'inspect',
    'augment',
    'download',
  ]);
});

/** The protocols that have several folds. */
const FOLDED = ['clip', 'speaker', 'loso', 'speaker-adapted', 'selection'];

describe('the options and their defaults', () => {
  const labelling = {
    '--labels <what>': undefined,
    '--columns <names>': undefined,
    '--label-map <map>': undefined,
  };
  const shards = { '--num-shards <n>': undefined, '--shard-index <i>': undefined };
  const training = {
    '--data <path...>': undefined,
    ...labelling,
    '--recipe <name>': undefined,
    '--adapt <n>': undefined,
    '--protocol <name>': undefined,
    '--folds <n>': 10,
    '--channels <name>': undefined,
    '--variants': undefined,
    '--no-variants': undefined,
    '--epochs <n>': undefined,
    '--backend <name>': 'wasm',
    '--threads <n>': undefined,
    '--out <dir>': undefined,
    '--no-cache': undefined,
    '--resume <dir>': undefined,
    '--json': undefined,
  };

  it.each<[string, Record<string, unknown>]>([
    ['train', { ...training, '--fold <n>': 1, '--seed <n>': 0 }],
    [
      'crossvalidate',
      {
        ...training,
        '--protocol <name>': 'speaker',
        '--seeds <n>': 1,
        '--jobs <n>': undefined,
        ...shards,
      },
    ],
    [
      'evaluate',
      {
        '--model <dir>': undefined,
        '--data <path...>': undefined,
        ...labelling,
        '--actors <list>': undefined,
        '--speakers <list>': undefined,
        '--channels <name>': 'all',
        '--no-cache': undefined,
        '--json': undefined,
      },
    ],
    [
      'predict',
      {
        '--model <dir>': undefined,
        '--voice <file>': undefined,
        '--windows': undefined,
        '--length <s>': undefined,
        '--hop <s>': undefined,
        '--csv': undefined,
        '--json': undefined,
        ...labelling,
      },
    ],
    [
      'calibrate',
      {
        '--out <file>': undefined,
        '--voice <file>': undefined,
        '--model <dir>': undefined,
        '--json': undefined,
      },
    ],
    [
      'features',
      {
        '--preset <name>': 'summary162',
        '--offset <s>': undefined,
        '--duration <s>': undefined,
        '--out <file>': undefined,
        '--recipe <name>': undefined,
        '--variants': undefined,
        '--no-variants': undefined,
        '--round <fraction>': undefined,
        ...shards,
        '--no-cache': undefined,
        ...labelling,
        '--json': undefined,
      },
    ],
    ['merge', { '--out <file>': undefined, '--no-recordings': undefined, '--json': undefined }],
    ['cache', { '--json': undefined }],
    ['inspect', { '--data <path...>': undefined, ...labelling, '--json': undefined }],
    [
      'download',
      {
        '--to <dir>': undefined,
        '--speech': undefined,
        '--song': undefined,
        '--base-url <url>': undefined,
        '--json': undefined,
      },
    ],
  ])('of ser %s', (name, defaults) => {
    const { options } = find(name);
    expect(
      Object.fromEntries(options.map(({ flags, defaultValue }) => [flags, defaultValue])),
    ).toEqual(defaults);
    expect(helpOf(name)).not.toContain('undefined');
  });

  it.each([
    ['train', '--protocol', PROTOCOL_NAMES],
    ['crossvalidate', '--protocol', FOLDED],
    ['train', '--backend', ['wasm', 'cpu']],
    ['features', '--preset', Object.keys(presets)],
  ])('of ser %s %s are among its choices', (command, name, choices) => {
    expect(optionOf(command, name)?.argChoices).toEqual(choices);
  });

  it.each([
    ['train', '--data', true],
    ['crossvalidate', '--data', true],
    ['evaluate', '--data', true],
    ['inspect', '--data', true],
  ])('of ser %s %s may be several', (command, name, variadic) => {
    expect(optionOf(command, name)?.variadic).toBe(variadic);
  });

  it.each([
    ['inspect', '--data'],
    ['download', '--to'],
  ])('of ser %s: %s is needed', (command, name) => {
    expect(optionOf(command, name)?.mandatory).toBe(true);
  });
});

describe('the least and the most of numbers', () => {
  it.each<[string, string, accepted: string[], refused: string[]]>([
    ['train', '--folds', ['2', '2147483647'], ['1', '2147483648']],
    ['train', '--fold', ['1'], ['0', '-1', '1.5']],
    ['train', '--seed', ['0', '2147483647'], ['-1', '2147483648']],
    ['train', '--epochs', ['1'], ['0']],
    ['train', '--adapt', ['1', '20'], ['0', '-1', '1.5', 'some']],
    ['train', '--threads', ['1', '64'], ['0', '65']],
    ['crossvalidate', '--seeds', ['1'], ['0']],
    ['features', '--offset', ['0', '0.5'], ['-0.1']],
    ['features', '--duration', ['0.1'], ['0', '-1']],
    ['features', '--round', ['0.001', '0.999'], ['0', '1']],
  ])('of ser %s %s', (command, name, accepted, refused) => {
    const parse = (text: string): unknown => optionOf(command, name)?.parseArg?.(text, undefined);
    for (const text of accepted) expect(parse(text)).toBe(Number(text));
    for (const text of refused) expect(() => parse(text), text).toThrow('It must be');
  });

  it('of ser train --adapt: or all', () => {
    const parse = optionOf('train', '--adapt')?.parseArg;
    expect(parse?.('all', undefined)).toBe('all');
    expect(() => parse?.('0', undefined)).toThrow('It must be `all`, or a whole number from 1 to');
  });
});

describe('what the help says of defaults that are no options’', () => {
  it.each([
    ['train', '(default: runs/RECIPE-PROTOCOL-seedN)'],
    ['crossvalidate', '(default: runs/crossvalidate-RECIPE-PROTOCOL)'],
    [
      'train',
      'speech, song, all; of another corpus one of its conditions (default: speech, for holdout, ' +
        'reference and another corpus all)',
    ],
    [
      'train',
      '(default: functionals-lda for clips; for a table, the first recipe of its features; ' +
        'baseline without --data)',
    ],
    ['train', 'all: each clip is tested after all others of its voice (default: all)'],
    ['train', "recipe's variants of each clip (default, but for networks under holdout)"],
    ['train', "(default: the recipe's)"],
    ['train', 'Without --protocol: holdout, or clip where the data has too few speakers.'],
    ['train', 'Without --data it trains on the embedded table of RAVDESS features.'],
    ['evaluate', 'Without --data it takes the embedded table of RAVDESS features.'],
    ['evaluate', '(default: newest)'],
    ['predict', '(default: published, the model that comes along)'],
    ['predict', '(default: 3)'],
    ['predict', '(default: 1)'],
    ['calibrate', '(default: published)'],
    ['features', "start of the excerpt in seconds (default: the preset's)"],
    ['features', "length of the excerpt in seconds (default: the preset's)"],
  ])('%s: %s', (name, text) => {
    expect(helpOf(name)).toContain(text);
  });

  it('is the excerpt of the recipe baseline', () => {
    const { offset, duration } = presets.summary162;
    expect(helpOf('predict')).toContain(
      `${duration} s from ${offset} s on with the recipe baseline`,
    );
  });

  it('is who is held out, and in how many folds', () => {
    const { holdout, folds } = SPEAKERS;
    expect(holdout).toEqual(['21', '22', '23', '24']);
    expect(folds).toHaveLength(5);
    for (const name of ['train', 'crossvalidate'])
      expect(helpOf(name)).toContain("holdout tests 21 to 24, speaker the literature's five folds");
  });

  it('is the size of each archive', () => {
    expect(helpOf('download')).toContain('208 MB of speech and 226 MB of song');
  });

  it.each([...RECIPES])('is the recipe %s', (name, { description }) => {
    for (const command of ['train', 'crossvalidate'])
      expect(helpOf(command)).toContain(`${name} ${description}`.replace(/\s+/g, ' '));
    expect(helpOf('features')).toContain(name);
  });

  it.each([
    ['train', 'Protocols', PROTOCOL_NAMES],
    ['crossvalidate', 'Protocols', FOLDED],
    ['train', 'Recipes', [...RECIPES.keys(), 'FILE.json']],
    ['crossvalidate', 'Recipes', [...RECIPES.keys(), 'FILE.json']],
  ])('of %s is a list of its %s', (command, title, names) => {
    const [, list = ''] =
      new RegExp(`\\n${title}:\\n((?: {2}.*\\n)+)`).exec(rawHelpOf(command)) ?? [];
    const listed = list
      .trimEnd()
      .split('\n')
      // A long description goes on in further lines.
      .filter((line) => !/^ {10,}\S/.test(line))
      .map((line) => /^ {2}(\S+) +\S/.exec(line)?.[1]);
    expect(listed).toEqual(names);
  });
});

describe('a terminal of 100 columns', () => {
  it.each(commands.map((command) => command.name()))('holds the help of ser %s', (name) => {
    const long = rawHelpOf(name)
      .split('\n')
      .filter((line) => line.length > 100);
    expect(long).toEqual([]);
  });

  it('sees a long description go on in its column, and no word lost', () => {
    const [, name, list] = /\n( {2}baseline {8})(.*\n(?: {18}\S.*\n)+)/.exec(
      rawHelpOf('train'),
    ) ?? ['', '', ''];
    expect(name).toHaveLength(18);
    expect(list.trimEnd().replace(/\n {18}/g, ' ')).toBe(RECIPES.get('baseline')?.description);
  });
});

it.each(['train', 'crossvalidate'])(
  'ser %s says whose the figures of adaptation are not',
  (name) => {
    expect(helpOf(name)).toContain(
      '`evaluate` does not adapt to a voice, and `predict` only with --voice. The figures of ' +
        'speaker-adapted are not theirs: train under another protocol for a model to use.',
    );
  },
);

it('of augment tests a model on voices that did not train it', () => {
  expect(helpOf('augment')).toContain('ser evaluate --data far/ --actors 21-24');
});

it('of features claims librosa’s numbers for what librosa has', () => {
  expect(helpOf('features')).toContain('equal to librosa’s where librosa has them');
});

it.each(['predict', 'calibrate', 'features'])('%s says which sounds it reads', (name) => {
  expect(helpOf(name)).toContain('(WAV; with audio-decode installed FLAC, MP3, Ogg, M4A and AAC)');
});

it.each(['inspect', 'features', 'train', 'crossvalidate', 'evaluate', 'predict'])(
  '%s names all schemes',
  (name) => {
    expect(helpOf(name)).toContain([...NAMING_SCHEMES.keys()].join(', '));
  },
);
