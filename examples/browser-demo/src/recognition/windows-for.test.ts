import { expect, it } from 'vitest';
import { windowsFor } from './windows-for.ts';

it.each([
  [1, 1.5, 0.25],
  [6, 1.5, 0.25],
  [6.1, 3, 1],
  [600, 3, 1],
  [1800, 3, 3],
  [7200, 3, 12],
])('cuts %d s into windows of %d s every %d s', (duration, length, hop) => {
  expect(windowsFor(duration)).toEqual({ length, hop, versions: false });
});
