import { expect, it } from 'vitest';
import { HOLDOUT, SPEAKER } from '../parts/card-figures.ts';
import { cardWords } from './card-words.ts';

it('says what was measured of all voices, and of those that chose nothing', () => {
  const [speaker, holdout] = [SPEAKER, HOLDOUT].map(({ uar }) => Math.round(100 * uar.value));
  expect(cardWords('bored')).toBe(
    `The card: of voices that it had not heard it names ${speaker} of 100 clips right, and ` +
      `of the four voices that had no part in choosing anything ${holdout}.`,
  );
});

it('says how often a label is right, and how often it is found', () => {
  const sad = SPEAKER.emotions.find(({ emotion }) => emotion === 'sad');
  const [right, found] = [sad?.precision ?? 0, sad?.recall.value ?? 0];
  expect(cardWords('sad')).toContain(
    `Where it says sad, ${Math.round(100 * right)} of 100 answers are right, and of 100 sad clips ` +
      `it finds ${Math.round(100 * found)}.`,
  );
});
