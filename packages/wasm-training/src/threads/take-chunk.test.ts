import { afterEach, expect, test, vi } from 'vitest';
import { CELL_COUNT, cells } from './job-cells.ts';
import { takeChunk, waitingChunks } from './take-chunk.ts';

afterEach(() => vi.restoreAllMocks());

function dealt(first: number, taken: number, count: number): Int32Array {
  const control = new Int32Array(new SharedArrayBuffer(4 * CELL_COUNT));
  control[cells.firstChunk] = first;
  control[cells.taken] = first + taken;
  control[cells.dealt] = first + count;
  return control;
}

// The last numbers go on behind 2³¹ − 1.
test.each([0, 500, 2 ** 31 - 3])(
  'chunks that have been dealt are taken in order, from number %i on',
  (first) => {
    const control = dealt(first, 1, 4);
    expect(waitingChunks(control)).toBe(3);
    expect([1, 2, 3, 4].map(() => takeChunk(control))).toEqual([1, 2, 3, undefined]);
    expect(waitingChunks(control)).toBe(0);
    expect(control[cells.taken]).toBe(control[cells.dealt]);
  },
);

test('a chunk that another thread takes at the same time is left to it', () => {
  const control = dealt(7, 0, 2);
  const load = vi.spyOn(Atomics, 'load');
  // It takes the first right before the comparison, after both cells have been read.
  load.mockReturnValueOnce(7 as never).mockImplementationOnce(() => {
    Atomics.add(control, cells.taken, 1);
    return 9 as never;
  });
  expect(takeChunk(control)).toBe(1);
});
