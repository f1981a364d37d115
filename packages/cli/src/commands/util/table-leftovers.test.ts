import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sandboxPerTest } from '../../testing/sandbox.ts';
import { removeTableLeftovers, temporaryTable } from './table-leftovers.ts';

const sandbox = sandboxPerTest();
const DIGITS = '0123456789abcdef';
const host = hostname().replace(/[^\w-]/g, '_');

it('removes what killed processes of this machine were writing for a table, and nothing else', async () => {
  const { pid: dead } = spawnSync(process.execPath, ['--version']);
  const mine = `t.parquet.${host}.${dead}.${DIGITS}.tmp`;
  const others = [
    temporaryTable('t.parquet', DIGITS),
    `t.parquet.${host}.${process.ppid}.${DIGITS}.tmp`,
    `t.parquet.${host}-2.${dead}.${DIGITS}.tmp`,
    `u.parquet.${host}.${dead}.${DIGITS}.tmp`,
    `t.parquet.${host}.${dead}.0123.tmp`,
    't.parquet',
  ];
  for (const name of [mine, ...others]) sandbox.put(name, 'x');
  await removeTableLeftovers(join(sandbox.folder, 't.parquet'));
  expect(sandbox.list()).toEqual([...others].sort());
});

it('removes what an earlier process of the same number was writing', async () => {
  sandbox.put(`t.parquet.${host}.${process.pid}.fedcba9876543210.tmp`, 'x');
  await removeTableLeftovers(join(sandbox.folder, 't.parquet'));
  expect(sandbox.list()).toEqual([]);
});

it('gives names that it knows again', () => {
  expect(temporaryTable('a/t.npz', DIGITS)).toBe(`a/t.npz.${host}.${process.pid}.${DIGITS}.tmp`);
});
