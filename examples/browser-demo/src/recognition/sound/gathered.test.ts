import { expect, it } from 'vitest';
import { gathered } from './gathered.ts';

async function* packets(count: number) {
  for (let i = 0; i < count; i++)
    yield { samples: Float32Array.of(2 * i, 2 * i + 1), sampleRate: 10 };
}

it('joins pieces until they are long enough, and gives the rest at the end', async () => {
  const got: number[][] = [];
  for await (const { samples, sampleRate } of gathered(packets(5), 0.4)) {
    expect(sampleRate).toBe(10);
    got.push([...samples]);
  }
  expect(got).toEqual([
    [0, 1, 2, 3],
    [4, 5, 6, 7],
    [8, 9],
  ]);
});

it('gives nothing of nothing', async () => {
  for await (const _ of gathered(packets(0), 1)) throw new Error('a piece came');
});
