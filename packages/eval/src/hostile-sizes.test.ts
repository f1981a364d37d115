import { runLimited } from '@ser/testing';
import { describe, expect, it } from 'vitest';
import type { HostileResult } from './testing/hostile.ts';

/**
 * Calls what stands in `hostile.ts`, all in one process. Node and the modules take 110 MiB; names of
 * 100,000 classes, or a million epochs, the rest.
 */
async function run(calls: readonly string[], megabytes: number): Promise<HostileResult[]> {
  const { error, value } = await runLimited({
    module: new URL('./testing/hostile.ts', import.meta.url),
    call: 'callAll',
    args: calls,
    cpuSeconds: 3 * calls.length,
    megabytes,
  });
  expect(error).toBeUndefined();
  return value as HostileResult[];
}

describe('the typed error, soon and without much memory', async () => {
  const expected: [string, string][] = [
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
  ];
  const results = await run(
    expected.map(([call]) => call),
    300,
  );

  it.each(expected)('%s', (call, text) => {
    const { code, message, seconds } = results.find((result) => result.call === call) ?? {};
    expect(code).toBe('bad-argument');
    expect(message).toContain(text);
    expect(message?.length).toBeLessThan(1000);
    expect(seconds).toBeLessThan(3);
  });
});

describe('a result of a bounded size, soon and without much memory', async () => {
  const small: [string, number][] = [
    ['balancedAccuracyOfManyLabels', 1],
    ['matrixTextOfManyLabels', 2e7],
    ['historyOfExtremes', 1e4],
    ['pageOfManySpeakers', 1e5],
    ['pageOfSeveralHundredLabels', 1e5],
    ['meanOfManySeeds', 1e5],
  ];
  const large: [string, number][] = [
    ['foldsOfManyLabels', 2],
    ['reportOfManyLabels', 7e6],
  ];
  const largest: [string, number][] = [
    ['historyOfManyEpochs', 1e5],
    ['pageOfManyEpochs', 1e5],
  ];
  const results: HostileResult[] = [];
  for (const [group, megabytes] of [
    [small, 400],
    [large, 500],
    [largest, 600],
  ] as const) {
    const calls = group.map(([call]) => call);
    results.push(...(await run(calls, megabytes)));
  }

  it.each([...small, ...large, ...largest])('%s', (call, most) => {
    const { value, message, seconds } = results.find((result) => result.call === call) ?? {};
    expect(message).toBeUndefined();
    expect(value).toBeGreaterThan(0);
    expect(value).toBeLessThanOrEqual(most);
    expect(seconds).toBeLessThan(3);
  });
});
