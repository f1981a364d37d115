import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ledoitWolfShrinkage } from './ledoit-wolf.ts';
import { Pace } from './pace.ts';

const { cases, ledoitWolf } = JSON.parse(
  readFileSync(new URL('../../../fixtures/lda.golden.json', import.meta.url), 'utf8'),
) as {
  cases: { name: string; x: number[]; features: number }[];
  ledoitWolf: Record<string, number>;
};

const centred = (x: number[], features: number): Float64Array => {
  const rows = x.length / features;
  const means = Array.from({ length: features }, (_, j) =>
    x.reduce((sum, value, i) => sum + (i % features === j ? value / rows : 0), 0),
  );
  return Float64Array.from(x, (value, i) => value - means[i % features]);
};

it.each(Object.entries(ledoitWolf))('is that of scikit-learn, of %s', async (name, expected) => {
  const { x, features } = cases.find((each) => each.name === name) as (typeof cases)[number];
  const pace = new Pace(undefined);
  const share = await ledoitWolfShrinkage(centred(x, features), features, pace);
  // Doubles, added in another order.
  expect(share).toBeAllclose(expected, { rtol: 1e-9 });
});

it.each([
  [[1, 2, 3], 1],
  [[0, 0, 0, 0], 2],
])('of %j is 0', async (x, features) => {
  expect(await ledoitWolfShrinkage(Float64Array.from(x), features, new Pace(undefined))).toBe(0);
});
