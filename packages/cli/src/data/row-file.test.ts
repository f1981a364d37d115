import { readdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { sandboxPerTest } from '../testing/sandbox.ts';
import { createRowFile, type RowFile } from './row-file.ts';

const sandbox = sandboxPerTest();
const SIZE = 3;
const x = Float32Array.from({ length: 10 * SIZE }, (_, i) => Math.sin(i));
const opened: RowFile[] = [];
afterEach(async () => {
  for (const file of opened.splice(0)) await file.close();
});

async function fileOf(parts: Float32Array[], length: number = 10): Promise<RowFile> {
  const writer = await createRowFile(sandbox.folder, { length, size: SIZE });
  for (const part of parts) await writer.add(part);
  const file = writer.finish();
  opened.push(file);
  return file;
}

async function read(file: RowFile, indices: number[]): Promise<Float32Array> {
  // Into a part of memory, as whoever joins several tables does.
  const memory = new Float32Array(indices.length * SIZE + 4);
  const into = memory.subarray(1, 1 + indices.length * SIZE);
  await file.read(Int32Array.from(indices), into);
  expect([memory[0], ...memory.subarray(-3)]).toEqual([0, 0, 0, 0]);
  return into.slice();
}

describe('a file of rows', () => {
  it('gives rows in any order, those that follow each other too', async () => {
    const file = await fileOf([x.subarray(0, 12), x.subarray(12, 15), x.subarray(15)]);
    expect(file).toMatchObject({ length: 10, size: SIZE });
    expect(await read(file, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual(x);
    for (const indices of [[9, 0, 9], [2, 3, 4, 8, 3], [], [7]]) {
      const rows = indices.flatMap((i) => [...x.subarray(i * SIZE, (i + 1) * SIZE)]);
      expect([...(await read(file, indices))]).toEqual(rows);
    }
  });

  it('has no name: nothing is left of it when the process ends', async () => {
    const file = await fileOf([x]);
    expect(readdirSync(sandbox.folder)).toEqual([]);
    expect(await read(file, [3])).toEqual(x.subarray(9, 12));
  });

  it('says that it ends early, as where somebody cut it', async () => {
    const file = await fileOf([x.subarray(0, 7)]);
    await expect(read(file, [2])).rejects.toMatchObject({
      code: 'unreadable-file',
      message: expect.stringMatching(/the file in which the table's rows were kept was cut short$/),
    });
  });

  it('is not read any more once it is closed, and is closed once', async () => {
    const file = await fileOf([x]);
    await file.close();
    await file.close();
    await expect(read(file, [0])).rejects.toThrow(/closed/);
  });
});

describe('where no file of rows can be written', () => {
  it('the space that is missing is said before anything is written', async () => {
    const rows = { length: 1e9, size: 1e6 };
    await expect(createRowFile(sandbox.folder, rows)).rejects.toMatchObject({
      code: 'unwritable-path',
      message: expect.stringMatching(
        /: the rows of the table take 4000000000 MB there while they train: \d+ MB are free$/,
      ),
      hint: expect.stringContaining('$SER_TABLE_MEMORY'),
    });
    expect(sandbox.list()).toEqual([]);
  });

  it('the folder is named', async () => {
    const folder = `${sandbox.folder}/none`;
    await expect(createRowFile(folder, { length: 1, size: 1 })).rejects.toMatchObject({
      code: 'unwritable-path',
      message: expect.stringMatching(/none: the rows of the table take 1 MB there .*ENOENT/),
      hint: undefined,
    });
  });

  it('a full disk is said, and how to go on', async () => {
    const writer = await createRowFile(sandbox.folder, { length: 10, size: SIZE });
    const handle = await open(`${sandbox.folder}/other`, 'w');
    const write = vi.spyOn(Object.getPrototypeOf(handle), 'write');
    await handle.close();
    const full = new Error('ENOSPC: no space left on device, write');
    write.mockRejectedValueOnce(Object.assign(full, { code: 'ENOSPC' }));
    onTestFinished(() => write.mockRestore());
    await expect(writer.add(x)).rejects.toMatchObject({
      code: 'unwritable-path',
      message: expect.stringMatching(/take 1 MB there while they train: ENOSPC: no space left/),
      hint: expect.stringContaining('Free space, name another folder (--out)'),
    });
    await writer.discard();
  });
});
