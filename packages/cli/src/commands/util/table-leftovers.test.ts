import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sandboxPerTest } from '../../testing/sandbox.ts';
import { tableLeftovers } from './table-leftovers.ts';

const sandbox = sandboxPerTest();
const MINE = ['t.npz.0123456789abcdef.tmp', 't.npz.partial.0123456789abcdef.tmp'];
const OTHERS = ['t.npz.tmp', 't.npz.partial', 'u.npz.0123456789abcdef.tmp', 't.npz.0123.tmp'];

it('names what was being written for a table, and nothing else', async () => {
  for (const name of [...MINE, ...OTHERS]) sandbox.put(name, 'x');
  const found = await tableLeftovers(join(sandbox.folder, 't.npz'));
  expect(found.sort()).toEqual(MINE.map((name) => join(sandbox.folder, name)));
  expect(await tableLeftovers(join(sandbox.folder, 'none', 't.npz'))).toEqual([]);
});
