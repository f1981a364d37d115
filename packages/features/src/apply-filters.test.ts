import { expect, test } from 'vitest';
import { applyFilters } from './apply-filters.ts';

test.each([1, 3, 4, 5, 12])('%i filters are applied one by one', (rows) => {
  const bins = 7;
  const filters = Float32Array.from({ length: rows * bins }, (_, i) => Math.sin(i));
  const frames = Float32Array.from({ length: 2 * bins }, (_, i) => Math.cos(i));
  const { data, shape } = applyFilters({ data: filters, shape: [rows, bins] }, frames);
  expect(shape).toEqual([rows, 2]);
  for (let c = 0; c < rows; c++) {
    for (let t = 0; t < 2; t++) {
      let sum = 0;
      for (let f = 0; f < bins; f++) sum += filters[c * bins + f] * frames[t * bins + f];
      expect(data[c * 2 + t]).toBeCloseTo(sum, 6);
    }
  }
});
