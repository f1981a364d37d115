import { expect, it } from 'vitest';
import { historyCsv } from './history-csv.ts';

it("has the columns of Keras' CSVLogger and leaves absent figures empty", () => {
  expect(
    historyCsv([
      { epoch: 0, loss: 2, accuracy: 0.25, valLoss: 1.5, valAccuracy: 0.5, learningRate: 0.001 },
      { epoch: 1, loss: 1, accuracy: 0.5, learningRate: 0.001 },
    ]),
  ).toBe(
    [
      'epoch,accuracy,learning_rate,loss,val_accuracy,val_loss',
      '0,0.25,0.001,2,0.5,1.5',
      '1,0.5,0.001,1,,',
      '',
    ].join('\n'),
  );
});
