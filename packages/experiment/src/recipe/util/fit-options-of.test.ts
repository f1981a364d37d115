import type { Callback, Trainer } from '@ser/model';
import { describe, expect, it } from 'vitest';
import type { AverageWeightsRecipe, FitRecipe, StopRecipe } from '../recipe.ts';
import { fitOptionsOf } from './fit-options-of.ts';

const Y = [0, 0, 0, 1];
const optionsOf = (fit: Partial<FitRecipe>, stop: StopRecipe | null = null) =>
  fitOptionsOf({ fit: { epochs: 10, ...fit }, stop }, Y, 2);

/** The rate of each step of a schedule. */
function ratesOf(learningRate: FitRecipe['learningRate'], steps: number): number[] {
  const rate = optionsOf({ learningRate }).learningRate;
  if (typeof rate !== 'function') throw new Error('no schedule');
  return Array.from({ length: steps }, (_, step) => rate(step, steps));
}

/** What a callback does to a trainer when the validation loss takes these values. */
async function watch(callback: Callback, valLosses: number[]) {
  const trainer = { learningRate: 1, stopTraining: false, epochs: 10 } as Trainer;
  Object.assign(trainer, { model: { getWeights: () => [], setWeights: () => {} } });
  const seen: { rate: number; stop: boolean }[] = [];
  await callback.onTrainBegin?.(trainer);
  for (const [epoch, valLoss] of valLosses.entries()) {
    const { learningRate } = trainer;
    await callback.onEpochEnd?.({ epoch, loss: 1, accuracy: 0, valLoss, learningRate }, trainer);
    seen.push({ rate: trainer.learningRate, stop: trainer.stopTraining });
  }
  return { rates: seen.map(({ rate }) => rate), stoppedAfter: seen.findIndex(({ stop }) => stop) };
}

it('leaves to fit what the recipe leaves out', () => {
  expect(optionsOf({})).toEqual({ callbacks: [] });
});

it.each([
  { batchSize: 7 },
  { learningRate: 0.5 },
  { weightDecay: 0.1 },
  { globalClipnorm: 2 },
  { mixup: 0.3 },
  { labelSmoothing: 0.2 },
])('hands %o on', (fit) => {
  expect(optionsOf(fit)).toEqual({ ...fit, callbacks: [] });
});

it('weighs classes by their rarity', () => {
  const { classWeight = [] } = optionsOf({ classWeight: 'balanced' });
  // Of float32, which holds seven digits.
  expect(classWeight).toBeAllclose([2 / 3, 2], { rtol: 1e-7 });
});

it('averages weights, of epochs or of steps', () => {
  const names = (fit: Partial<FitRecipe>) => optionsOf(fit).callbacks.map(({ name }) => name);
  expect(names({ averageWeights: {} })).toEqual(['averageWeights']);
  expect(names({ exponentialMovingAverage: {} })).toEqual(['exponentialMovingAverage']);
});

it.each([
  'classWeight',
  'specAugment',
  'reduceLrOnPlateau',
  'averageWeights',
  'exponentialMovingAverage',
])('has no %s where it is null', (field) => {
  expect(optionsOf({ [field]: null })).toEqual({ callbacks: [] });
});

it('augments with SpecAugment', () => {
  expect(optionsOf({ specAugment: {} }).augment).toBeTypeOf('function');
});

describe('cosineDecay', () => {
  it('falls from the rate to 0', () => {
    const rates = ratesOf({ schedule: 'cosineDecay', rate: 0.4 }, 2);
    // Half a cosine at its beginning and in its middle.
    expect(rates).toBeAllclose([0.4, 0.2]);
  });

  it('falls to a share of the rate', () => {
    const rates = ratesOf({ schedule: 'cosineDecay', rate: 0.4, alpha: 0.5 }, 2);
    expect(rates).toBeAllclose([0.4, 0.3]);
  });
});

describe('oneCycle', () => {
  const MAX = 0.5;
  const cycle = { schedule: 'oneCycle', maxRate: MAX } as const;

  it('begins at the 25th part of its highest rate, which it reaches after three tenths', () => {
    const rates = ratesOf(cycle, 10);
    expect([rates[0], rates[2]]).toBeAllclose([MAX / 25, MAX]);
  });

  it('ends at the 10,000th part of its first rate', () => {
    const last = ratesOf(cycle, 10).slice(-1);
    // Half a cosine ends where 1 + cos π does, whose rounding error the highest rate multiplies.
    expect(last).toBeAllclose([MAX / 25 / 1e4], { rtol: 0, atol: 1e-12 });
  });

  it('takes pctStart, divFactor and finalDivFactor', () => {
    const rates = ratesOf({ ...cycle, pctStart: 0.5, divFactor: 10, finalDivFactor: 2 }, 10);
    expect([rates[0], rates[4], rates[9]]).toBeAllclose([MAX / 10, MAX, MAX / 20]);
  });
});

describe('early stopping', () => {
  const stop = (recipe: StopRecipe) => optionsOf({}, recipe).callbacks[0];

  it('brings the best weights back', () => {
    expect(stop({})).toMatchObject({ name: 'earlyStopping', replacesWeights: true });
  });

  it.each([1, 3])('waits %i epochs where the recipe says so', async (patience) => {
    const losses = [1, 2, 2, 2, 2];
    expect((await watch(stop({ patience }), losses)).stoppedAfter).toBe(patience);
  });

  it.each([
    [undefined, -1],
    [0.5, 2],
  ])('takes minDelta %s', async (minDelta, epoch) => {
    const losses = [1, 0.95, 0.9, 0.85];
    expect((await watch(stop({ patience: 2, minDelta }), losses)).stoppedAfter).toBe(epoch);
  });

  it('takes monitor', async () => {
    // The training loss of `watch` is 1 throughout.
    const { stoppedAfter } = await watch(stop({ patience: 1, monitor: 'loss' }), [3, 2, 1]);
    expect(stoppedAfter).toBe(1);
  });
});

describe('reduceLrOnPlateau', () => {
  const rates = async (recipe: FitRecipe['reduceLrOnPlateau'], losses: number[]) => {
    const [callback] = optionsOf({ reduceLrOnPlateau: recipe }).callbacks;
    return (await watch(callback, losses)).rates;
  };
  const flat = [1, 1, 1, 1, 1];

  it('takes factor and patience', async () => {
    expect(await rates({ factor: 0.5, patience: 2 }, flat)).toEqual([1, 1, 0.5, 0.5, 0.25]);
  });

  it('takes monitor', async () => {
    // The training loss of `watch` is 1 throughout.
    const watched = { factor: 0.5, patience: 1, monitor: 'loss' } as const;
    expect(await rates(watched, [3, 2, 1])).toEqual([1, 0.5, 0.25]);
  });

  it('takes minLr', async () => {
    expect(await rates({ factor: 0.5, patience: 1, minLr: 0.4 }, flat)).toEqual([
      1, 0.5, 0.4, 0.4, 0.4,
    ]);
  });

  it('takes cooldown', async () => {
    expect(await rates({ factor: 0.5, patience: 1, cooldown: 2 }, flat)).toEqual([
      1, 0.5, 0.5, 0.25, 0.25,
    ]);
  });

  it('takes minDelta', async () => {
    const falling = [1, 0.9, 0.8];
    expect(await rates({ factor: 0.5, patience: 1, minDelta: 0.2 }, falling)).toEqual([
      1, 0.5, 0.25,
    ]);
  });
});

describe('averageWeights', () => {
  /** How many of ten epochs enter the average. */
  const countOf = async (recipe: AverageWeightsRecipe) => {
    const [callback] = optionsOf({ averageWeights: recipe }).callbacks;
    await watch(callback, new Array(10).fill(1));
    return callback.getState?.().count;
  };

  it('counts from the start epoch on', async () => {
    expect(await countOf({ startEpoch: 1 })).toBe(9);
  });

  it('counts the last quarter, rounded up, where no epoch is named', async () => {
    expect(await countOf({})).toBe(3);
  });
});
