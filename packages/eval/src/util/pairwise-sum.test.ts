import { expect, it } from 'vitest';
import { pairwiseSum } from './pairwise-sum.ts';

// numpy: np.sum([(i * 7919 % 1000) / 7 + (i % 13) * 1e-9 for i in range(n)]). Added one by one, all
// but the first differ in their last digits.
it.each([
  [3, 251.00000000299997],
  [8, 676.0000000279999],
  [9, 726.2857143217142],
  [15, 1070.7142857932856],
  [127, 8988.428572175571],
  [128, 9090.285715042715],
  [129, 9180.57142933943],
  [136, 9488.57142936643],
  [300, 21450.000001794],
  [1000, 71357.14286313686],
  [4099, 292295.57145314745],
])("of %i values rounds as NumPy's does", (n, expected) => {
  const values = Float64Array.from(
    { length: n },
    (_, i) => ((i * 7919) % 1000) / 7 + (i % 13) * 1e-9,
  );
  expect(pairwiseSum(values)).toBe(expected);
});
