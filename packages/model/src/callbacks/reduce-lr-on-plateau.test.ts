import { describe, expect, it } from 'vitest';
import { replay } from '../testing/replay.ts';
import { reduceLrOnPlateau } from './reduce-lr-on-plateau.ts';

describe('reduceLrOnPlateau', () => {
  it('lowers the rate after `patience` epochs without improvement, again and again', async () => {
    const run = await replay(reduceLrOnPlateau({ factor: 0.5, patience: 2 }), [1, 1, 1, 1, 1, 1]);
    expect(run.rates).toEqual([1, 1, 0.5, 0.5, 0.25, 0.25]);
  });

  it('stops at minLr', async () => {
    const run = await replay(
      reduceLrOnPlateau({ factor: 0.1, patience: 1, minLr: 0.05 }),
      [1, 1, 1, 1],
    );
    expect(run.rates).toEqual([1, 0.1, 0.05, 0.05]);
  });

  it('never raises a rate that is below minLr already', async () => {
    const run = await replay(reduceLrOnPlateau({ factor: 0.5, patience: 1, minLr: 2 }), [1, 1, 1]);
    expect(run.rates).toEqual([1, 1, 1]);
  });

  it('refuses a factor that lowers nothing, as Keras', () => {
    expect(() => reduceLrOnPlateau({ factor: 1 })).toThrow('`factor` must be in [0, 1), got 1');
  });

  it('does not count while cooling down', async () => {
    const run = await replay(
      reduceLrOnPlateau({ factor: 0.5, patience: 1, cooldown: 2 }),
      [1, 1, 1, 1, 1],
    );
    // As Keras: the epoch in which the cooldown reaches 0 counts again.
    expect(run.rates).toEqual([1, 0.5, 0.5, 0.25, 0.25]);
  });

  it('overlooks improvements within minDelta', async () => {
    const run = await replay(
      reduceLrOnPlateau({ factor: 0.5, patience: 1, minDelta: 0.1 }),
      [1, 0.95, 0.8],
    );
    expect(run.rates).toEqual([1, 0.5, 0.5]);
  });
});
