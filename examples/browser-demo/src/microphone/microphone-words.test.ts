import { expect, it } from 'vitest';
import { endWords, faultWords } from './microphone-words.ts';

it.each([
  ['NotAllowedError', 'not allowed'],
  ['NotFoundError', 'No microphone was found'],
  ['OverconstrainedError', 'Choose another one'],
  ['NotReadableError', 'Another program'],
  ['InsecurePageError', 'https'],
])('says what to do about %s', (name, words) => {
  expect(faultWords(Object.assign(new Error('text'), { name }))).toContain(words);
});

it.each([
  ['no-samples', 'sends no sound'],
  ['no-gesture', 'Press Start again'],
  ['no-audio-worklet', 'AudioWorklet'],
  ['lost-worker', 'recogniser ended'],
  ['bad-voice', 'Calibrate again'],
  ['not-adaptable', 'no calibrated voices'],
  ['device-lost', 'unplugged'],
])('says what to do about %s', (code, words) => {
  expect(faultWords({ code, message: 'text' })).toContain(words);
});

it('tells other errors as they are, without the name of a function', () => {
  expect(faultWords(new Error('listen: it broke'))).toBe('It did not work: it broke');
  expect(faultWords('it broke')).toBe('It did not work: it broke');
});

it.each([
  ['device-lost', 'unplugged'],
  ['suspended', 'suspended the sound'],
  ['ended', 'was stopped'],
  ['aborted', 'Stopped'],
  ['returned', 'Stopped'],
] as const)('says why it ended: %s', (reason, words) => {
  expect(endWords(reason)).toContain(words);
});
