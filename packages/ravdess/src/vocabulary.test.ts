import { expect, test } from 'vitest';
import { formatFilename, parseFilename } from './filename.ts';
import * as ravdess from './index.ts';

/** Livingstone & Russo 2018, table 1: the field, its place in the name, and its codes from 01. */
test.each([
  ['modality', 0, ['audio-video', 'video-only', 'audio-only']],
  ['vocalChannel', 1, ['speech', 'song']],
  ['emotion', 2, ['neutral', 'calm', 'happy', 'sad', 'angry', 'fearful', 'disgust', 'surprised']],
  ['intensity', 3, ['normal', 'strong']],
  ['statement', 4, [1, 2]],
  ['repetition', 5, [1, 2]],
  ['actor', 6, Array.from({ length: 24 }, (_, i) => i + 1)],
] as const)('%s: every code is read and written, and none beyond them', (field, place, values) => {
  const nameOf = (code: number): string => {
    const codes = ['03', '01', '05', '01', '02', '01', '12'];
    codes[place] = String(code).padStart(2, '0');
    return `${codes.join('-')}.wav`;
  };
  values.forEach((value, i) => {
    expect(parseFilename(nameOf(i + 1))[field]).toBe(value);
    expect(formatFilename(parseFilename(nameOf(i + 1)))).toBe(nameOf(i + 1));
  });
  const last = String(values.length).padStart(2, '0');
  for (const code of [0, values.length + 1, 99]) {
    expect(() => parseFilename(nameOf(code))).toThrow(
      `in \`name\` must be 01 to ${last}, got ${String(code).padStart(2, '0')} in ${nameOf(code)}`,
    );
  }
});

test.each([
  [0, 'modality'],
  [1, 'vocal channel'],
  [2, 'emotion'],
  [3, 'intensity'],
  [4, 'statement'],
  [5, 'repetition'],
  [6, 'actor'],
])('field %d is called %s', (place, name) => {
  const codes = ['03', '01', '05', '01', '02', '01', '12'];
  codes[place] = '77';
  expect(() => parseFilename(`${codes.join('-')}.wav`)).toThrow(`parseFilename: the ${name} in`);
});

test.each([
  [{ modality: 'audio' }, 'one of the 3 values of modality'],
  [{ vocalChannel: 'singing' }, 'one of the 2 values of vocal channel'],
  [{ emotion: 'bored' }, 'one of the 8 values of emotion'],
  [{ intensity: 'weak' }, 'one of the 2 values of intensity'],
  [{ statement: 3 }, 'one of the 2 values of statement'],
  [{ repetition: 0 }, 'one of the 2 values of repetition'],
  [{ actor: 25 }, 'one of the 24 values of actor'],
])('%j has no code', (wrong, message) => {
  const info = { ...parseFilename('03-01-05-01-02-01-12.wav'), ...wrong };
  expect(() => formatFilename(info as never)).toThrow(
    expect.objectContaining({ code: 'bad-info', message: expect.stringContaining(message) }),
  );
});

test('men have odd numbers, and women even ones', () => {
  const genders = [1, 2, 23, 24].map((actor) => {
    const info = { ...parseFilename('03-01-05-01-02-01-12.wav'), actor };
    return parseFilename(formatFilename(info)).gender;
  });
  expect(genders).toEqual(['male', 'female', 'male', 'female']);
});

test('the public vocabulary is that of the paper', () => {
  expect(ravdess.EMOTIONS).toEqual([
    'neutral',
    'calm',
    'happy',
    'sad',
    'angry',
    'fearful',
    'disgust',
    'surprised',
  ]);
  expect(ravdess.STATEMENTS).toEqual([
    'Kids are talking by the door',
    'Dogs are sitting by the door',
  ]);
});
