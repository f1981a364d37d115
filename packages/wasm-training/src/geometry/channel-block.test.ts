import { expect, test } from 'vitest';
import { channelBlock } from './channel-block.ts';

test.each([
  { shape: [8, 100, 16], moments: [16], block: { outer: 800, channels: 16, inner: 1 } },
  { shape: [8, 100, 16], moments: [1, 100, 1], block: { outer: 8, channels: 100, inner: 16 } },
  { shape: [1, 8, 3, 16], moments: [1, 8, 1, 1], block: { outer: 1, channels: 8, inner: 48 } },
  { shape: [8, 1, 16], moments: [1, 1, 1], block: { outer: 128, channels: 1, inner: 1 } },
  { shape: [8, 4], moments: [8, 4], block: undefined },
  { shape: [8, 4], moments: [3], block: undefined },
])('means $moments of $shape', ({ shape, moments, block }) => {
  expect(channelBlock(shape, moments)).toEqual(block);
});
