import { describe, expect, it } from 'vitest';
import { createRandom } from '../util/random.ts';
import { bootstrapInterval } from './bootstrap-interval.ts';

const mean = (values: readonly number[]): number =>
  values.reduce((a, b) => a + b, 0) / values.length;
const draw = createRandom('test', 1);
const normalish = (): number =>
  Array.from({ length: 12 }, () => draw(1e6) / 1e6).reduce((a, b) => a + b, -6);

describe('bootstrapInterval', () => {
  it("is the normal distribution's for a mean", () => {
    const values = Array.from({ length: 400 }, normalish);
    const interval = bootstrapInterval(400, (indices) => mean(indices.map((i) => values[i])), {
      nResamples: 4000,
    });
    const center = mean(values);
    const deviation = Math.sqrt(mean(values.map((x) => (x - center) ** 2)) / 400);
    expect(interval.estimate).toBe(center);
    // 4,000 resamples estimate a deviation within some 3 %, and a percentile within some 5 % of it.
    expect(interval.standardError).toBeAllclose(deviation, { rtol: 0.05, atol: 0 });
    const edges = [interval.high - interval.estimate, interval.estimate - interval.low];
    const expected = 1.96 * deviation;
    expect(edges).toBeAllclose([expected, expected], { rtol: 0.12, atol: 0 });
  });

  it('covers the truth about as often as it says', () => {
    let covered = 0;
    for (let trial = 0; trial < 200; trial++) {
      const values = Array.from({ length: 60 }, normalish);
      const { low, high } = bootstrapInterval(60, (all) => mean(all.map((i) => values[i])), {
        nResamples: 200,
        confidenceLevel: 0.9,
        seed: trial,
      });
      if (low < 0 && high > 0) covered++;
    }
    // 90 % of 200 is 180, with a deviation of 4; three of those either way.
    expect(covered).toBeAllclose(180, { rtol: 0, atol: 12 });
  });

  it('is wider over groups whose samples are alike', () => {
    // 10 speakers of 30 samples each, all the same within a speaker: 10 observations, not 300.
    const speakers = Array.from({ length: 300 }, (_, i) => i % 10);
    const own = Array.from({ length: 10 }, normalish);
    const statistic = (indices: number[]): number => mean(indices.map((i) => own[speakers[i]]));
    const alone = bootstrapInterval(300, statistic);
    const grouped = bootstrapInterval(300, statistic, { groups: speakers });
    const ratio = grouped.standardError / alone.standardError;
    // 1,000 resamples estimate each deviation within some 5 %, and ten speakers give few units.
    expect(ratio).toBeAllclose(Math.sqrt(30), { rtol: 0.2, atol: 0 });
  });

  const groups = ['a', 'b', 'b', 'c', 'c', 'c'];
  const count = (indices: number[]): number => indices.length;

  it('draws whole groups', () => {
    const statistic = (indices: number[]): number => {
      const of = (group: string): number => indices.filter((i) => groups[i] === group).length;
      expect([of('a') % 1, of('b') % 2, of('c') % 3]).toEqual([0, 0, 0]);
      return indices.length;
    };
    const interval = bootstrapInterval(6, statistic, { groups, seed: 3 });
    expect(interval).toMatchObject({ estimate: 6, low: 3, high: 9 });
  });

  it('has the percentiles of what it draws, and their deviation with n - 1', () => {
    // The statistic gives 0 to 4, in some order, for the resamples, and 100 for the samples.
    let calls = 0;
    const statistic = (): number => (calls++ === 0 ? 100 : [3, 0, 4, 1, 2][calls - 2]);
    const options = { nResamples: 5, confidenceLevel: 0.5 };
    expect(bootstrapInterval(6, statistic, options)).toEqual({
      estimate: 100,
      low: 1,
      high: 3,
      standardError: Math.sqrt(10 / 4),
    });
    expect(calls).toBe(6);
  });

  it('draws as many groups as there are, with their samples in order', () => {
    const drawn: number[][] = [];
    const statistic = (indices: number[]): number => drawn.push(indices);
    bootstrapInterval(6, statistic, { groups, nResamples: 50 });
    expect(drawn[0]).toEqual([0, 1, 2, 3, 4, 5]);
    for (const indices of drawn.slice(1)) {
      const parts = indices.join().split(/(?<=0|2|5),/);
      expect(parts).toHaveLength(3);
      expect(['0', '1,2', '3,4,5']).toEqual(expect.arrayContaining(parts));
    }
  });

  // Numbers of one seed, which published intervals are drawn with.
  const samples = [3, 1, 4, 1, 5, 9, 2, 6];
  const meanOf = (indices: number[]): number => mean(indices.map((i) => samples[i]));

  it('draws what it always did', () => {
    const interval = bootstrapInterval(8, meanOf, { seed: 3, nResamples: 50 });
    expect(Object.values(interval)).toBeAllclose([3.875, 3.125, 5.7625, 0.7430116597541468]);
  });

  it('draws 1000 times for 95 % with the seed 0 by default', () => {
    const options = { nResamples: 1000, confidenceLevel: 0.95, seed: 0 };
    expect(bootstrapInterval(8, meanOf)).toEqual(bootstrapInterval(8, meanOf, options));
    const { low, high, standardError } = bootstrapInterval(8, meanOf);
    expect([low, high, standardError]).toBeAllclose([2.121875, 5.625, 0.8953916258619264]);
  });

  it('is the same for the same seed', () => {
    const once = bootstrapInterval(6, count, { groups, seed: 3 });
    expect(bootstrapInterval(6, count, { groups, seed: 3 })).toEqual(once);
  });

  it.each<[number, () => number, object, string]>([
    [1, () => 1, {}, 'two samples or more, got 1'],
    [3, () => 1, { groups: [1, 1, 1] }, 'two groups or more, got 1'],
    [3, () => 1, { groups: [1, 2] }, '`groups` must have 3 entries, got 2'],
    [3, () => Number.NaN, {}, '`statistic` must give a finite number, got NaN'],
    [3, () => 1, { confidenceLevel: 95 }, '`confidenceLevel` must be in (0, 1), got 95'],
    [3, () => 1, { confidenceLevel: 0 }, '`confidenceLevel` must be in (0, 1), got 0'],
    [3, () => 1, { confidenceLevel: 1 }, '`confidenceLevel` must be in (0, 1), got 1'],
    [3, () => 1, { nResamples: 1e7 + 1 }, 'in [2, 10000000], got 10000001'],
    [1e7 + 1, () => 1, {}, '`n` must be a whole number in [0, 10000000], got 10000001'],
    [3, () => 1, { nResamples: 1 }, '`nResamples` must be a whole number in [2, 10000000]'],
  ])('refuses %i, %s, %j', (n, statistic, options, message) => {
    expect(() => bootstrapInterval(n, statistic, options)).toThrow(message);
  });
});
