import { describe, expect, it } from 'vitest';
import { parseNamingScheme } from './parse-naming-scheme.ts';

const SCHEME = {
  version: 1,
  name: 'calls',
  description: 'My calls.',
  pattern: '(?<speaker>\\d+)_(?<label>[a-z]+)\\.wav$',
  example: '12_happy.wav',
};

it('gives back a copy of what it was given', () => {
  const full = {
    ...SCHEME,
    homepage: 'https://example.org',
    ignoreCase: true,
    labels: { happy: 'joy' },
    speakers: { 12: 'Ann' },
    conditions: { a: 'b' },
  };
  expect(parseNamingScheme(full)).toEqual(full);
  expect(parseNamingScheme(SCHEME)).toEqual(SCHEME);
  expect(parseNamingScheme(SCHEME)).not.toBe(SCHEME);
  expect(parseNamingScheme(full).labels).not.toBe(full.labels);
});

describe('a complaint', () => {
  const SAMPLE = 'such as (?<speaker>\\d+)_(?<label>[a-z]+)\\.wav$ for 12_happy.wav';

  it.each<[object, string]>([
    [{ version: 2 }, '`version` of my.json must be 1, got 2'],
    [{ version: undefined }, '`version` of my.json must be 1, got undefined'],
    [{ name: '' }, '`name` of my.json must be a text, got ""'],
    [{ description: 5 }, '`description` of my.json must be a text, got 5'],
    [{ homepage: null }, '`homepage` of my.json must be a text, got null'],
    [{ ignoreCase: 'yes' }, '`ignoreCase` of my.json must be true or false, got "yes"'],
    [{ labels: ['a'] }, '`labels` of my.json must be an object such as {"A": "angry"}, got ["a"]'],
    [{ labels: {} }, '`labels` of my.json must hold a label, got none'],
    [{ labels: { a: 1 } }, '`labels` of my.json must say with a text what "a" means, got 1'],
    [{ speakers: { a: '' } }, '`speakers` of my.json must say with a text what "a" means, got ""'],
    [{ conditions: 5 }, '`conditions` of my.json must be an object such as {"A": "angry"}, got 5'],
    [{ example: undefined }, '`example` of my.json must be a text, got undefined'],
    [
      { example: 'x.wav' },
      '`example` of my.json must fit `pattern`, (?<speaker>\\d+)_(?<label>[a-z]+)\\.wav$, got x.wav',
    ],
    [
      { labels: { sad: 'sad' } },
      '`labels` of my.json must say what `example` (12_happy.wav) means, got the label "happy"',
    ],
    [
      { pattern: '(\\d+)_([a-z]+)' },
      `\`pattern\` of my.json must have a group (?<label>…), got (\\d+)_([a-z]+) (${SAMPLE})`,
    ],
    [
      { pattern: '(?<label>a)(?<speeker>b)' },
      '`pattern` of my.json must name no groups but label, speaker, condition, id, got speeker (did you mean `speaker`?)',
    ],
    [
      { pattern: '(?<label>a)(?<qqqqqq>b)' },
      '`pattern` of my.json must name no groups but label, speaker, condition, id, got qqqqqq (leave it unnamed: (?:…))',
    ],
    [
      { pattern: 'a'.repeat(2001) },
      '`pattern` of my.json must have at most 2000 characters, got 2001',
    ],
    [
      { patern: 'x' },
      'my.json must hold none but version, name, description, homepage, pattern, ignoreCase, ' +
        'labels, speakers, conditions, example, got patern (did you mean `pattern`?)',
    ],
  ])('of %j says what is wrong', (change, message) => {
    expect(() => parseNamingScheme({ ...SCHEME, ...change }, 'my.json')).toThrow(
      expect.objectContaining({
        name: 'CorpusError',
        code: 'bad-scheme',
        message: `parseNamingScheme: ${message}`,
      }),
    );
  });

  it.each(['(?<label>a', '(?<label>a)\\', '[', '(?<label>a)(?<label>b)', '(?<label>a)\\k<x>', '*'])(
    'of the pattern %s shows one that is right',
    (pattern) => {
      expect(() => parseNamingScheme({ ...SCHEME, pattern }, 'my.json')).toThrow(
        expect.objectContaining({
          code: 'bad-scheme',
          message: expect.stringMatching(
            /^parseNamingScheme: `pattern` of my\.json must be a regular expression, got .*such as/,
          ),
        }),
      );
    },
  );

  it.each([undefined, null, 5, 'emodb', [], [SCHEME]])('of %j is typed', (value) => {
    expect(() => parseNamingScheme(value)).toThrow(
      expect.objectContaining({
        code: 'bad-scheme',
        message: expect.stringMatching(/^parseNamingScheme: `value` must be an object with/),
      }),
    );
  });

  it('shows no more than a hundred characters of what came', () => {
    expect(() => parseNamingScheme({ ...SCHEME, name: ['a'.repeat(1e6)] })).toThrow(
      `got ["${'a'.repeat(98)}…`,
    );
  });

  it('of a name that is no text is typed', () => {
    expect(() => parseNamingScheme(SCHEME, 5 as never)).toThrow(
      expect.objectContaining({ code: 'bad-argument' }),
    );
  });
});
