import { expect, test } from 'vitest';
import { parseRetryAfter } from './retry-after.ts';

const NOW = Date.UTC(2026, 10, 26, 12, 0, 0);

test.each([
  ['0', 0],
  ['1', 1000],
  [' 120 ', 120_000],
  ['Thu, 26 Nov 2026 12:00:30 GMT', 30_000],
  ['Thu, 26 Nov 2026 11:59:59 GMT', 0],
  [null, 0],
  ['', 0],
  ['-5', 0],
  ['soon', 0],
])('%j asks for a pause of %d ms', (header, milliseconds) => {
  expect(parseRetryAfter(header, NOW)).toBe(milliseconds);
});
