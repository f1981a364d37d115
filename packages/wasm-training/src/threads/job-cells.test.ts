import { expect, test } from 'vitest';
import { GEOMETRY_LENGTH } from '../geometry/geometry.ts';
import { cells } from './job-cells.ts';

test('the cells of a geometry end before those of the chunks', () => {
  expect(cells.geometry + GEOMETRY_LENGTH).toBeLessThanOrEqual(cells.chunkState);
});

test('no two names share a cell', () => {
  const indices = Object.values(cells);
  expect(new Set(indices).size).toBe(indices.length);
});
