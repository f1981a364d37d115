import { expect, it } from 'vitest';
import { answerWords } from './answer-words.ts';

const scores = [
  { label: 'happy', score: 0.913 },
  { label: 'sad', score: 0.087 },
];

it('says the first two', () => {
  expect(answerWords({ scores, speech: true, familiar: true, windows: 0 })).toBe(
    'Sounds happy (91\u00a0%), then sad (9\u00a0%).',
  );
});

it('says that it is an average', () => {
  expect(answerWords({ scores, speech: true, familiar: true, windows: 9 })).toBe(
    'On average it sounds happy (91\u00a0%), then sad (9\u00a0%).',
  );
});

it('says that there was no speech', () => {
  expect(answerWords({ scores: [], speech: false, familiar: null, windows: 0 })).toBe(
    'No speech was heard, so there is no answer.',
  );
});
