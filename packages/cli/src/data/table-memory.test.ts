import { totalmem } from 'node:os';
import { describe, expect, it } from 'vitest';
import { sandboxPerTest } from '../testing/sandbox.ts';
import { TableMemory, tableBudget } from './table-memory.ts';

const sandbox = sandboxPerTest();

describe('what tables may take', () => {
  it('is a quarter of the memory by default', () => {
    const limit = process.constrainedMemory();
    const memory = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
    expect(tableBudget(undefined)).toBe(memory / 4);
    expect(tableBudget('')).toBe(memory / 4);
  });

  it.each([
    ['0', 0],
    ['1000', 1000],
    ['500M', 500 * 2 ** 20],
    ['1.5g', 1.5 * 2 ** 30],
    ['2GiB', 2 * 2 ** 30],
    ['64KB', 64 * 2 ** 10],
    ['5T', 5 * 2 ** 40],
  ])('is what one says: %s', (text, bytes) => {
    expect(tableBudget(text)).toBe(bytes);
  });

  it.each(['much', '-1', '1e9', '5P', 'NaN'])('is no %s', (text) => {
    expect(() => tableBudget(text)).toThrow(
      `$SER_TABLE_MEMORY must be an amount of memory such as 500M or 2G, got ${text}`,
    );
  });

  it('is counted over all tables', () => {
    const memory = new TableMemory(sandbox.folder, 100);
    expect([60, 60, 40, 1, 0].map((bytes) => memory.take(bytes))).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
  });
});

describe('rows that do not fit', () => {
  const parts = [Float32Array.of(1, 2), Float32Array.of(3, 4, 5, 6)];

  it('are read from a file until it is closed', async () => {
    const memory = new TableMemory(sandbox.folder, 0);
    const source = await memory.unpack({ length: 3, size: 2 }, parts.values() as never);
    expect(source).toMatchObject({ length: 3, size: 2 });
    const into = new Float32Array(4);
    await source.read(Int32Array.of(2, 0), into);
    expect([...into]).toEqual([5, 6, 1, 2]);
    await memory.close();
    await expect(source.read(Int32Array.of(2, 0), into)).rejects.toThrow(/closed/);
    await memory.close();
  });

  it('are given back where the table turns out to be damaged', async () => {
    const memory = new TableMemory(sandbox.folder, 0);
    async function* broken() {
      yield parts[0];
      throw new Error('the table is damaged');
    }
    await expect(memory.unpack({ length: 3, size: 2 }, broken())).rejects.toThrow('is damaged');
    await memory.close();
    expect(sandbox.list()).toEqual([]);
  });
});
