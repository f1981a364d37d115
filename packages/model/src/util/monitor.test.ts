import { expect, it } from 'vitest';
import { checkMetric, monitoredLoss } from './monitor.ts';

const logs = { loss: 1, accuracy: 2, valLoss: 3, valAccuracy: 4 };

it.each([
  ['loss', 1],
  ['accuracy', -2],
  ['valLoss', 3],
  ['valAccuracy', -4],
] as const)('reads %s such that lower is better', (monitor, expected) => {
  expect(() => checkMetric('f', 'monitor', monitor)).not.toThrow();
  expect(monitoredLoss('f', monitor, logs)).toBe(expected);
});

it('takes a figure of 0 for one', () => {
  expect(monitoredLoss('f', 'valLoss', { valLoss: 0 })).toBe(0);
});

it('says that a figure needs validation', () => {
  expect(() => monitoredLoss('f', 'valAccuracy', { loss: 1 })).toThrow(
    "f: `monitor` is 'valAccuracy', which needs `validation` examples, and fit got none",
  );
});
