import { historyCsv } from '@ser/model';
import { expect, it } from 'vitest';
import { readHistory } from './read-history.ts';

const first = {
  epoch: 0,
  loss: 2.5,
  accuracy: 0.125,
  valLoss: 2,
  valAccuracy: 0.25,
  learningRate: 0.001,
};

it('reads what `historyCsv` wrote', () => {
  expect(readHistory(historyCsv([first, { ...first, epoch: 1, loss: 1 }]))).toEqual([
    first,
    { ...first, epoch: 1, loss: 1 },
  ]);
});

it('leaves out what was not measured', () => {
  const { valLoss, valAccuracy, ...rest } = first;
  expect(readHistory(historyCsv([rest]))).toEqual([rest]);
});

it('reads no epoch where there is none', () => {
  expect(readHistory('epoch,loss\n')).toEqual([]);
  expect(readHistory('')).toEqual([]);
});
