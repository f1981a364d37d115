import { deserialize, serialize } from 'node:v8';
import { expect, it } from 'vitest';
import { syntheticTable } from '../testing/synthetic-table.ts';
import type { JobSetup, ToJob } from './messages.ts';
import { ReceivedTable, sendTable } from './send-table.ts';

const setup = { folder: 'a', threads: 1, isGuarded: true } as JobSetup;

/** What has come of a table, and after how many messages. */
async function received(x: Float32Array) {
  let whole: ReceivedTable | undefined;
  const kinds: string[] = [];
  const table = { ...syntheticTable(), x };
  await sendTable(table, setup, async (message) => {
    const own = deserialize(serialize(message)) as ToJob;
    kinds.push(own.kind);
    expect(whole?.isWhole ?? false).toBe(false);
    if (own.kind === 'begin') whole = new ReceivedTable(own);
    if (own.kind === 'values') whole?.add(own);
  });
  expect(whole?.isWhole).toBe(true);
  expect(whole?.setup).toEqual(setup);
  expect(whole?.table).toEqual(table);
  return kinds;
}

it('comes whole', async () => {
  expect(await received(syntheticTable().x)).toEqual(['begin', 'values']);
});

it('comes in parts, the last of which may be short', async () => {
  const x = Float32Array.from({ length: 2 * 2 ** 18 + 1 }, (_, i) => Math.sin(i));
  expect(await received(x)).toEqual(['begin', 'values', 'values', 'values']);
});

it('comes as it is where it is a view of a longer one', async () => {
  expect(await received(Float32Array.of(1, 2, 3, 4).subarray(1, 3))).toEqual(['begin', 'values']);
});

it('may be empty', async () => {
  expect(await received(new Float32Array())).toEqual(['begin']);
});
