import { describe, expect, it } from 'vitest';
import { figuresOf, KERAS_TRAINING } from '../testing/keras-training.ts';
import { replay } from '../testing/replay.ts';
import { reduceLrOnPlateau } from './reduce-lr-on-plateau.ts';

describe('reduceLrOnPlateau', () => {
  // Each of several options over four runs, whose losses fall or accuracies rise with noise.
  it.each(KERAS_TRAINING.reduceLrOnPlateau)(
    'sets the rates that Keras sets: $options, $figures',
    async (one) => {
      const { rates } = await replay(reduceLrOnPlateau(one.options), ...figuresOf(one));
      // Keras keeps its rate in float32.
      expect(rates).toBeAllclose(one.rates, { rtol: 1e-6 });
    },
  );

  it('waits for ten epochs by default, and takes a tenth', async () => {
    const { rates } = await replay(reduceLrOnPlateau(), new Array(11).fill(1));
    expect(rates).toEqual([...new Array(10).fill(1), 0.1]);
  });

  it('overlooks improvements of a ten-thousandth by default', async () => {
    const figures = [1, 1 - 1e-4, 1 - 2.5e-4];
    const { rates } = await replay(reduceLrOnPlateau({ patience: 2, factor: 0.5 }), figures);
    expect(rates).toEqual([1, 1, 1]);
    const { rates: others } = await replay(
      reduceLrOnPlateau({ patience: 1, factor: 0.5 }),
      figures,
    );
    expect(others).toEqual([1, 0.5, 0.5]);
  });

  it('goes on from the state of another run', async () => {
    const make = () => reduceLrOnPlateau({ patience: 2, factor: 0.5, cooldown: 1 });
    const first = make();
    await replay(first, [1, 1]);
    expect(first.getState?.()).toEqual({ wait: 1, best: 1, cooldown: 0 });
    const second = make();
    second.setState?.(first.getState?.() ?? {});
    const { rates } = await replay(second, [1, 1, 1], undefined, { isResumed: true });
    expect(rates).toEqual([0.5, 0.5, 0.25]);
  });

  it('starts anew in each run', async () => {
    const callback = reduceLrOnPlateau({ patience: 1 });
    await replay(callback, [1]);
    expect((await replay(callback, [2, 1.5])).rates).toEqual([1, 1]);
  });

  it('gives a state that later epochs do not change', async () => {
    const callback = reduceLrOnPlateau();
    await replay(callback, [1]);
    const state = callback.getState?.();
    await replay(callback, [1], undefined, { isResumed: true });
    expect(state).toEqual({ wait: 0, best: 1, cooldown: 0 });
  });

  it.each([
    { patience: -1 },
    { patience: 0.5 },
    { cooldown: -1 },
    { cooldown: 0.5 },
    { factor: -0.1 },
    { minDelta: -1 },
    { minLr: -1 },
  ])('refuses %j', (options) => {
    expect(() => reduceLrOnPlateau(options)).toThrow(
      `reduceLrOnPlateau: \`${Object.keys(options)[0]}\` must be`,
    );
  });

  it.each([{ wait: -1 }, { best: null }, { cooldown: 1.5 }])('refuses a state with %j', (bad) => {
    expect(() => reduceLrOnPlateau().setState?.({ wait: 0, best: 1, cooldown: 0, ...bad })).toThrow(
      expect.objectContaining({ code: 'corrupt-state' }),
    );
  });

  it('never raises a rate that is below minLr already', async () => {
    const run = await replay(reduceLrOnPlateau({ factor: 0.5, patience: 1, minLr: 2 }), [1, 1, 1]);
    expect(run.rates).toEqual([1, 1, 1]);
  });

  it('has nothing to cool down from at minLr', async () => {
    const callback = reduceLrOnPlateau({ patience: 1, minLr: 1, cooldown: 3 });
    await replay(callback, [1, 1, 1]);
    expect(callback.getState?.()).toEqual({ wait: 2, best: 1, cooldown: 0 });
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
});
