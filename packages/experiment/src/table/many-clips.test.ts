// Clips that go through a table's writer and its reader leave nothing behind.
import { runLimited } from '@ser/testing';
import { expect, it } from 'vitest';
import type { HeldMemory } from '../testing/memory-of-clips.ts';

const { value } = await runLimited({
  module: new URL('../testing/memory-of-clips.ts', import.meta.url),
  call: 'memoryOfClips',
  args: [2500],
  cpuSeconds: 30,
});
const { writing, reading } = value as HeldMemory;

/** MiB. So many clips have 20, and packed at least a third of them. */
const PER_500_CLIPS = 20;

it('2,500 clips are written in the memory of a group', () => {
  expect(writing).toHaveLength(5);
  // The first 819 clips fill the first group.
  const [, second, ...rest] = writing;
  for (const held of rest) expect(held - second).toBeLessThan(PER_500_CLIPS / 4);
  expect(second).toBeLessThan(120);
});

it('2,500 clips are read in the memory of a group', () => {
  expect(reading).toHaveLength(4);
  const [first, ...rest] = reading;
  for (const held of rest) expect(held - first).toBeLessThan(PER_500_CLIPS / 4);
  expect(first).toBeLessThan(120);
});
