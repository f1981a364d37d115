import { expect, it } from 'vitest';
import { type Answered, conditionFigures } from './measure-conditions.ts';

const answer = (
  speaker: string,
  truth: string,
  predicted: string,
  changes: Partial<Answered> = {},
) => ({
  ...{ clip: `${speaker}${truth}`, speaker, truth, predicted, scores: [0.5, 0.5] },
  ...{ refused: false, familiar: true, ...changes },
});
const clean = [
  answer('a', 'calm', 'calm'),
  answer('a', 'sad', 'sad'),
  answer('b', 'calm', 'calm'),
  answer('b', 'sad', 'calm'),
];

it('has the cost against the clean clips, paired by speaker', () => {
  const changed = [
    answer('a', 'calm', 'sad', { refused: true }),
    answer('a', 'sad', 'sad', { familiar: false }),
    answer('b', 'calm', 'calm', { familiar: null }),
    answer('b', 'sad', 'sad', { refused: true }),
  ];
  const figures = conditionFigures({ name: 'x', title: 'under x' }, changed, clean);
  expect(figures).toMatchObject({
    name: 'x',
    title: 'under x',
    n: 4,
    refused: 0.5,
    unfamiliar: 0.25,
  });
  expect(figures.uar.value).toBe(0.75);
  // It costs a 0.5 and gains b 0.5.
  expect(figures.cost).toEqual({ value: 0, low: -0.5, high: 0.5 });
});

it('is above 0 where it costs', () => {
  const changed = clean.map((each) => ({ ...each, predicted: 'sad' }));
  expect(conditionFigures({ name: 'x', title: '' }, changed, clean).cost.value).toBe(0.25);
});
