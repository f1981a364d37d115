import { expect, test } from 'vitest';
import { CELL_COUNT, cells } from './job-cells.ts';
import { shareChunks } from './share-chunks.ts';
import { takeChunk } from './take-chunk.ts';

interface Play {
  count: number;
  workers: number;
  /** Chunks that workers take while the caller computes one. */
  takes: number;
}

/** What happens when workers take `takes` chunks during each of the caller's. */
function play({ count, workers, takes }: Play) {
  const control = new Int32Array(new SharedArrayBuffer(4 * CELL_COUNT));
  const log: string[] = [];
  const deal = (): void => {
    log.push('deal');
    control[cells.dealt]++;
  };
  const units = 2 * count - 1;
  const chunks = { count, unitsPerChunk: 2 };
  const own = shareChunks(control, { units }, chunks, workers, deal, (start, end, pack) => {
    log.push(`${start}–${end}${pack ? ' packed' : ''}`);
    for (let i = 0; i < takes; i++) takeChunk(control);
    return true;
  });
  expect(control[cells.done]).toBe(own.size);
  expect(control[cells.taken]).toBe(control[cells.dealt]);
  return { own: [...own], log };
}

test('two threads that are as fast have the same number of chunks', () => {
  expect(play({ count: 8, workers: 1, takes: 1 })).toEqual({
    own: [7, 6, 5, 4],
    log: [...['deal', 'deal', '14–15 packed'], ...['deal', '12–14'], ...['deal', '10–12'], '8–10'],
  });
});

test('of two chunks each of two threads has one', () => {
  expect(play({ count: 2, workers: 1, takes: 1 })).toEqual({
    own: [1],
    log: ['deal', '2–3 packed'],
  });
});

test('what no worker takes is computed, and little has been dealt', () => {
  expect(play({ count: 6, workers: 1, takes: 0 })).toEqual({
    own: [5, 4, 3, 2, 0, 1],
    log: ['deal', 'deal', '10–11 packed', '8–10', '6–8', '4–6', '0–2', '2–4'],
  });
});

test('workers that are faster have more, but for a chunk of the caller', () => {
  expect(play({ count: 7, workers: 2, takes: 9 }).own).toEqual([6, 5]);
});
