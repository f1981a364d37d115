import { expect, it } from 'vitest';
import { smallRecipe } from '../../testing/small-plan.ts';
import { validationNote } from './validation-note.ts';

const { fit, stop } = smallRecipe;
const reduceLrOnPlateau = { factor: 0.2 };

it('says that nothing is chosen where nothing is trained step by step', () => {
  expect(validationNote({ fit: null, stop: null })).toBe(
    'none: the model is fitted in one go, and nothing is chosen in this run',
  );
});

it.each([
  [{ fit, stop }, 'it chose when to stop;'],
  [
    { fit: { ...fit, reduceLrOnPlateau }, stop },
    'it chose when to stop and when to lower the rate;',
  ],
  [{ fit: { ...fit, reduceLrOnPlateau }, stop: null }, 'it chose when to lower the rate;'],
  [{ fit, stop: null }, 'it chose nothing;'],
])('says what the rows have decided: %#', (recipe, expected) => {
  expect(validationNote(recipe)).toContain(expected);
});
