import { expect, it } from 'vitest';
import { WindowCounts } from './window-counts.ts';

it('counts windows, what is unfamiliar, and each emotion', () => {
  const counts = new WindowCounts();
  counts.add({ emotion: 'sad', familiar: false });
  counts.add({ emotion: null, familiar: null });
  counts.add({ emotion: 'calm', familiar: true });
  counts.add({ emotion: 'calm', familiar: false });
  expect([counts.windows, counts.unfamiliar]).toEqual([4, 2]);
  expect([...counts.emotions]).toEqual([
    ['sad', 1],
    ['calm', 2],
  ]);
});

it('keeps no window', () => {
  const counts = new WindowCounts();
  for (let i = 0; i < 1000; i++) counts.add({ emotion: i % 2 ? 'sad' : null, familiar: null });
  expect(counts.emotions.size).toBe(1);
});
