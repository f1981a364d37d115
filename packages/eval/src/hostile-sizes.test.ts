import { type LimitedRun, runLimited } from '@ser/testing';
import { describe, expect, it } from 'vitest';

/** Node and the modules take 110 MiB; names of 100,000 classes, or a million epochs, the rest. */
const run = (call: string, megabytes = 300): Promise<LimitedRun> =>
  runLimited({
    module: new URL('./testing/hostile.ts', import.meta.url),
    call,
    cpuSeconds: 3,
    megabytes,
  });

describe('the typed error, soon and without much memory', () => {
  it.each([
    ['matrixFigureOfManyLabels', '`labels` must hold 100 or fewer, got 100000'],
    ['matrixOfManyLabels', '`labels` must hold 4096 or fewer, got 100000'],
    ['correlationOfManyLabels', '`labels` must hold 4096 or fewer, got 100000'],
    ['mixedLabels', '`yPred` must be all strings, got ["name 0",'],
    ['rocOfManyLabels', '`labels` must hold 100 or fewer, got 100000'],
    ['barsOfManyGroups', '`groups` must hold 1000 or fewer, got 100000'],
    ['tooManyBins', '`bins` must hold 1000 or fewer, got 200000'],
    ['curveOfEndlessBins', '`nBins` must be a whole number in [1, 1000000], got 4000000000'],
    ['historyWithoutNumbers', '`history` must hold loss or valLoss, got 1000000 epochs without'],
    ['pageOfManyLabels', '`labels` must hold 1000 or fewer, got 100000'],
    ['pageOfScoresThatAreNone', '`yScore` must be finite, got NaN in row 0'],
  ])('%s', async (call, message) => {
    const { error, value } = await run(call);
    expect({ error, value }).toMatchObject({ error: { code: 'bad-argument' } });
    expect(error?.message).toContain(message);
    expect(error?.message.length).toBeLessThan(1000);
  });
});

describe('a result of a bounded size, soon and without much memory', () => {
  it.each<[string, number, number?]>([
    ['balancedAccuracyOfManyLabels', 1],
    ['reportOfManyLabels', 7e6, 400],
    ['matrixTextOfManyLabels', 2e7],
    ['foldsOfManyLabels', 2, 400],
    ['historyOfManyEpochs', 1e5, 500],
    ['historyOfExtremes', 1e4],
    ['pageOfManySpeakers', 1e5],
    ['pageOfSeveralHundredLabels', 1e5],
    ['pageOfManyEpochs', 1e5, 500],
    ['meanOfManySeeds', 1e5],
  ])('%s', async (call, most, megabytes) => {
    const { error, value } = await run(call, megabytes);
    expect(error).toBeUndefined();
    expect(value).toBeGreaterThan(0);
    expect(value).toBeLessThanOrEqual(most);
  });
});
