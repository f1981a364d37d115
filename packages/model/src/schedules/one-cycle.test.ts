import { expect, it } from 'vitest';
import { oneCycle } from './one-cycle.ts';

it("is PyTorch's OneCycleLR", () => {
  const rate = oneCycle(0.1);
  // The formula of PyTorch's documentation (cosine annealing, two phases), evaluated in Python for
  // 10 steps.
  const expected = [
    0.004, 0.052, 0.1, 0.0950485, 0.0811746, 0.0611262, 0.0388742, 0.0188258, 0.0049519, 4e-7,
  ];
  // They are written with seven decimals.
  expect(expected.map((_, step) => rate(step, 10))).toBeAllclose(expected, { rtol: 0, atol: 5e-7 });
});

it('takes its options', () => {
  const rate = oneCycle(1, { pctStart: 0.5, divFactor: 4, finalDivFactor: 10 });
  // torch.optim.lr_scheduler.OneCycleLR with total_steps=9: it rises to step 3.5, between two.
  const [low, last] = [1 / 4, 1 / 40];
  const cosine = (from: number, to: number, share: number) =>
    to + ((from - to) * (1 + Math.cos(Math.PI * share))) / 2;
  const expected = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((step) =>
    step < 3.5 ? cosine(low, 1, step / 3.5) : cosine(1, last, (step - 3.5) / 4.5),
  );
  // Doubles.
  expect(expected.map((_, step) => rate(step, 9))).toBeAllclose(expected, { rtol: 1e-12 });
  expect([expected[0], expected[8]]).toBeAllclose([0.25, 0.025], { rtol: 1e-12 });
});

it('peaks in the first step when the rise has no room for another', () => {
  const rate = oneCycle(0.1, { pctStart: 0.1 });
  // Doubles.
  expect([rate(0, 10), rate(9, 10)]).toBeAllclose([0.1, 4e-7], { rtol: 0, atol: 5e-13 });
});

it('never exceeds the peak when there is no rise', () => {
  expect(oneCycle(0.1, { pctStart: 0 })(0, 1)).toBeLessThanOrEqual(0.1);
});

it('refuses a rate that is none', () => {
  expect(() => oneCycle(0)).toThrow('oneCycle: `maxRate` must be > 0 and finite, got 0');
});

it.each([{ pctStart: 1 }, { divFactor: 0 }, { finalDivFactor: Number.NaN }])(
  'refuses %j',
  (options) => {
    expect(() => oneCycle(0.1, options)).toThrow(`oneCycle: \`${Object.keys(options)[0]}\``);
  },
);
