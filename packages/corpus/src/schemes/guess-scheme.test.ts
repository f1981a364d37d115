import { expect, it } from 'vitest';
import { guessScheme } from './guess-scheme.ts';

const EMODB = '03a01Fa.wav';
const CREMA = '1001_DFA_ANG_XX.wav';

it('takes the scheme that most paths fit', () => {
  expect(guessScheme([EMODB, CREMA, CREMA])?.name).toBe('crema-d');
  expect(guessScheme([EMODB, EMODB, CREMA])?.name).toBe('emodb');
  expect(guessScheme(new Set([EMODB]))?.name).toBe('emodb');
});

it('takes the first of two that as many fit', () => {
  expect(guessScheme([CREMA, EMODB])?.name).toBe('emodb');
});

it('takes one that half of them fit, and none that fewer do', () => {
  expect(guessScheme([EMODB, 'x.wav'])?.name).toBe('emodb');
  expect(guessScheme([EMODB, 'x.wav', 'y.wav'])).toBeUndefined();
});

it('guesses nothing from nothing', () => {
  expect(guessScheme([])).toBeUndefined();
  expect(guessScheme(['03-01-06-01-02-01-12.wav'])).toBeUndefined();
});

it.each([[undefined], [5], [EMODB], [[EMODB, 5]]])('refuses %j', (paths) => {
  expect(() => guessScheme(paths as never)).toThrow(
    expect.objectContaining({
      code: 'bad-argument',
      message: expect.stringMatching(/^guessScheme: `paths`/),
    }),
  );
});
